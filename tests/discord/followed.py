"""Following the news in the small Discord: articles that change an answer, and the round that tells of it."""

from __future__ import annotations

import datetime
from dataclasses import replace

from bot.assembly import Desk
from bot.discord.client import Newsdesk
from bot.discord.connection.newsroom import Newsroom
from bot.discord.watching.round import Notifying
from corpus.article import Article, Draft
from corpus.catalogue import watches
from corpus.catalogue.watches import Watch
from corpus.dates import PartialDate
from retrieval.curating.curator import Added
from tests.discord.newsrooms import parts_of
from tests.small_discord.loopback import Loopback
from tests.small_discord.screen.shown import Message
from tests.small_discord.state.people import BOT, READER

CHESS = "Wie won het schaaktoernooi in Velmerstad?"
WON = "Marit Holsbeek won zondag het schaaktoernooi in Velmerstad, voor twee grootmeesters."
COUNTED = "In het Drostenwoud leven nu 52 wolven, blijkt uit de telling van het Faunabureau."
RECOUNTED = "In het Drostenwoud leven nu 61 wolven, zegt het Faunabureau na een nieuwe telling."
NOON = datetime.datetime(2026, 11, 30, 12, tzinfo=datetime.UTC)


class Clock:
    """A clock that a test sets."""

    def __init__(self, at: datetime.datetime = NOON) -> None:
        self.at = at

    def __call__(self) -> datetime.datetime:
        return self.at

    def forward(self, hours: float) -> None:
        self.at += datetime.timedelta(hours=hours)


def newsroom_at(desk: Desk, clock: Clock) -> Newsroom:
    """Return a newsroom whose day is that of the clock."""
    return Newsroom(replace(parts_of(desk), now=clock))


def add(
    desk: Desk, text: str, published: str = "2026-02-03", guild: str | None = None, outlet: str = "De Bode"
) -> Article:
    """Add an article as somebody at the terminal does, while the bot is elsewhere."""
    url = f"https://news.example/{hash((text, guild)) % 10**9}"
    draft = Draft(
        text,
        url,
        url=url,
        title="Nieuws",
        outlet=outlet,
        published=PartialDate.parse(published),
        language="nl",
    )
    (added,) = desk.curator.add([draft], "operator", guild)
    assert isinstance(added, Added)
    return added.article


async def go_round(bot: Newsdesk) -> None:
    """Do now what the bot does by itself every ten seconds."""
    await Notifying(bot, bot.newsroom).go_round()


async def without_own_rounds(discord: Loopback, bot: Newsdesk) -> None:
    """Keep the bot's own rounds, which begin once it is ready, from coming between those of a test."""
    chores = bot._chores  # noqa: SLF001 - nobody else ends them but the bot itself
    await discord.until(lambda: chores._tasks)  # noqa: SLF001 - see above
    await chores.end()


def held(desk: Desk, person: str = READER.id) -> list[Watch]:
    with desk.catalogue.reading() as connection:
        return watches.everywhere_of(connection, person)


def told(discord: Loopback) -> list[Message]:
    """Return every message that tells somebody of what they watch."""
    own = [one for one in discord.messages.values() if one.author == BOT.id and not one.only_for]
    return [one for one in own if "Stop watching" in one.buttons or "Niet meer volgen" in one.buttons]
