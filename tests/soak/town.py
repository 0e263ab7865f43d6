"""Fifty servers with their people, and a newspaper whose pages and feeds they add."""

from __future__ import annotations

import itertools
import json
import random
from dataclasses import dataclass
from pathlib import Path

from tests.discord.news_site import page
from tests.reading.loopback import Site
from tests.small_discord.loopback import Loopback
from tests.small_discord.state import permissions
from tests.small_discord.state.people import BOT, OWNER, Channel, Guild, Person, Role

_ASKED = Path(__file__).parents[1] / "evaluation" / "questions.jsonl"
_READERS = 4  # in each server: a person may ask ten questions a minute
_KINDS = ("otters", "herons", "bitterns", "beavers", "martens", "eels", "bats", "storks")
_PLACES = ("Aldermoss", "Brammerveen", "Kempenoord", "Marrowdale", "Oosterzijl", "Skelby", "Velmerstad")


@dataclass(frozen=True)
class Town:
    """A server, who moderates it, and who asks there."""

    guild: str
    moderator: Person
    readers: tuple[Person, ...]


def found(small: Loopback, count: int) -> list[Town]:
    """Make so many servers, the bot a member of each, before it connects."""
    return [_found(small, number) for number in range(count)]


def _found(small: Loopback, number: int) -> Town:
    guild, role = str(210_000 + number), str(610_000 + number)
    moderator = Person(str(410_000 + number), f"moderator {number}")
    first = 420_000 + number * _READERS
    readers = tuple(Person(str(first + one), f"reader {one}") for one in range(_READERS))
    roles = (
        Role(guild, "@everyone", permissions.EVERYONE),
        Role(role, "moderators", permissions.MANAGE_GUILD | permissions.MANAGE_MESSAGES),
    )
    members: dict[str, set[str]] = {one.id: set() for one in (OWNER, BOT, *readers)} | {moderator.id: {role}}
    channel = Channel(str(310_000 + number), "news", guild=guild)
    small.world.guilds[guild] = Guild(
        guild, f"Town {number}", roles={each.id: each for each in roles}, members=members
    )
    small.world.channels[channel.id] = channel
    small.world.people |= {one.id: one for one in (moderator, *readers)}
    return Town(guild, moderator, readers)


class Newspaper:
    """Writes articles that differ, each on a page of the site, and puts them into a feed as well."""

    def __init__(self, site: Site, chance: random.Random) -> None:
        self._site = site
        self._chance = chance
        self._numbers = itertools.count(1)
        self._items: list[str] = []
        self.feed = f"{site.url}/feed"
        self.publish()

    def write(self) -> str:
        """Put a new article on the site; return its address."""
        number, kind, place = next(self._numbers), *map(self._chance.choice, (_KINDS, _PLACES))
        count = self._chance.randint(12, 9999)
        title = f"Survey {number} counts {count} {kind} near {place}"
        told = (
            f"Volunteers of survey {number} counted {count} {kind} near {place}, the ranger said.",
            f"A year ago there were {count // 2} of them. Survey {number + 1} begins in {place} next spring.",
            *(f"Group {one} walked {one + number} kilometres in survey {number}." for one in range(9)),
        )
        return self._site.show(f"/{number}", page(title, *told, published=f"2026-0{number % 9 + 1}-11"))

    def publish(self) -> None:
        """Put a new article into the feed, which carries the last twenty."""
        address = self.write()
        self._items = [
            *self._items[-19:],
            f"<item><title>Newest {address}</title><link>{address}</link><guid>{address}</guid></item>",
        ]
        channel = f"<channel><title>The Survey</title>{''.join(reversed(self._items))}</channel>"
        self._site.show("/feed", f"<rss version='2.0'>{channel}</rss>", "application/rss+xml")


def questions() -> list[str]:
    """Return questions about the articles that newsdesk comes with; some have no answer there."""
    lines = _ASKED.read_text(encoding="utf-8").splitlines()
    return list(dict.fromkeys(str(json.loads(line)["question"]) for line in lines))
