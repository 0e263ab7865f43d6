"""All that people can do with the bot, each aimed at the things of one server.

A command, menu, button, select or modal that is not here fails the tests that go through all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.discord.adding.batch_card import packed
from tests.discord.things import QUESTION, Things
from tests.small_discord.loopback import Loopback
from tests.small_discord.rules.command_rules import CHAT, GROUP, SUBCOMMAND, kind_of
from tests.small_discord.rules.component_rules import LABEL, STRING_SELECT, TEXT_INPUT
from tests.small_discord.screen.shown import BUTTON
from tests.small_discord.screen.turns import COMPONENT, MODAL
from tests.small_discord.state.payloads import Json
from tests.small_discord.state.people import CHANNEL_ID, MODERATOR_ROLE
from tests.small_discord.state.world import File

_SUBMITTED = 0
_ROLE_SELECT, _CHANNEL_SELECT = 6, 8
EVERYONE, MODERATORS, MANAGERS = "everyone", "moderators", "managers"

Options = Callable[[Things], dict[str, Any]]
Arguments = Callable[[Things], tuple[Any, ...]]


@dataclass(frozen=True)
class Part:
    """A button, select or modal: what follows its name, and what is chosen or typed."""

    arguments: Arguments = lambda _: ()
    kind: int = BUTTON
    chosen: Callable[[Things], list[str]] = lambda _: []
    typed: Mapping[str, str] | None = None


def _article(things: Things) -> dict[str, Any]:
    return {"article": things.article_id()}


def _noted(things: Things) -> dict[str, Any]:
    return _article(things) | {"note": "It was wrong."}


def _nothing(_: Things) -> tuple[Any, ...]:
    return ()


def _modal(arguments: Arguments = _nothing, **typed: str) -> Part:
    return Part(arguments, _SUBMITTED, typed=typed)


def _about(make: Callable[[Things], Any], *more: Any) -> Arguments:
    return lambda things: (make(things), *more)


def _batch(things: Things) -> tuple[str]:
    return (packed([things.proposal()]),)


def _version(things: Things) -> tuple[str, int]:
    article = things.article().article
    return article.id, article.version


_WRITTEN = {"title": "Otters", "outlet": "", "published": "", "url": "", "text": "The lake holds otters."}
FILE = File("bees.txt", b"There are 47 hives in the valley, the keepers say.", "text/plain")

COMMANDS: dict[str, Options] = {
    "/ask": lambda _: {"question": QUESTION},
    "/search": lambda _: {"question": QUESTION},
    "/timeline": lambda _: {"question": QUESTION},
    "/sources": lambda _: {},
    "/why": lambda things: {"answer": things.answer()},
    "/newsdesk settings": lambda _: {},
    "/corpus add": lambda _: {"file": FILE},
    "/corpus list": lambda _: {},
    "/corpus show": _article,
    "/corpus remove": _article,
    "/corpus correct": _noted,
    "/corpus withdraw": _noted,
    "/corpus undo": lambda things: {"change": str(things.change())},
    "/corpus history": lambda _: {},
    "/corpus stats": lambda _: {},
    "/corpus feed add": lambda _: {"url": "http://127.0.0.1/feed", "mode": "add"},
    "/corpus feed list": lambda _: {},
    "/corpus feed remove": lambda things: {"feed": things.feed()},
    "/corpus feed pause": lambda things: {"feed": things.feed()},
    "/corpus feed resume": lambda things: {"feed": things.feed(paused=True)},
    "/corpus unanswered": lambda _: {},
    "/help": lambda _: {},
    "/digest": lambda _: {},
    "/watch question": lambda _: {"question": QUESTION},
    "/watch list": lambda _: {},
}
MENUS = {"Ask about this": EVERYONE, "Why this answer?": EVERYONE, "Add to corpus": MODERATORS}
PARTS: dict[str, Part] = {
    "passages": Part(_about(Things.answer, 1)),
    "passage": Part(_about(Things.answer, 1)),
    "helpful": Part(_about(Things.answer)),
    "unhelpful": Part(_about(Things.answer)),
    "wrong": _modal(_about(Things.answer), wrong="It is not."),
    "followup": Part(_about(Things.answer)),
    "delete": Part(_about(Things.answer)),
    "tell": Part(_about(Things.waiting)),
    "meant": Part(_about(Things.waiting, "Wat", "Wie")),
    "why": Part(_about(Things.answer, 1)),
    "share": Part(_about(Things.look, 1)),
    "theme": Part(_about(Things.timeline, "light")),
    "unshare": Part(_about(Things.shared)),
    "askon": Part(_about(Things.card)),
    "askedon": _modal(_about(Things.card), question="En wanneer was dat?"),
    "leaf": Part(_about(lambda _: "0" * 12, 1)),
    "batch-add": Part(_batch),
    "batch-drop": Part(_batch),
    "batch-open": Part(kind=STRING_SELECT, chosen=lambda things: [things.proposal()]),
    "draft-add": Part(_about(Things.proposal)),
    "draft-stop": Part(_about(Things.proposal)),
    "draft-edit": Part(_about(Things.proposal)),
    "draft-edited": _modal(_about(Things.proposal), title="Otters"),
    "draft-drop": Part(_about(Things.proposal)),
    "draft-next": Part(Things.find),
    "draft-form": _modal(_nothing, **_WRITTEN),
    "draft-look": Part(_about(Things.proposal)),
    "draft-undo": Part(Things.added),
    "corpus-remove": Part(_about(Things.article_id)),
    "corpus-removed": Part(_version),
    "corpus-keep": Part(_about(Things.correction)),
    "corpus-undo": Part(_about(Things.change)),
    "corpus-correct": Part(_about(Things.article_id)),
    "corpus-correct-form": _modal(_about(Things.article_id), note="It was wrong.", link=""),
    "corpus-corrected": Part(_about(Things.correction)),
    "corpus-withdraw": Part(_about(Things.article_id)),
    "corpus-withdraw-form": _modal(_about(Things.article_id), note="It was wrong."),
    "corpus-withdrawn": Part(_about(Things.correction)),
    "feeds": Part(_about(lambda _: 1)),
    "feed-follow": Part(_about(lambda things: things.feed(paused=True))),
    "feed-cancel": Part(_about(lambda things: things.feed(paused=True))),
    "feed-keep": Part(_about(Things.feed)),
    "feed-remove": Part(_about(Things.feed)),
    "feed-resume": Part(_about(lambda things: things.feed(paused=True))),
    "feed-review": Part(_about(Things.feed)),
    "waiting": Part(_about(lambda _: 1)),
    "waiting-add": Part(_about(Things.waiting)),
    "waiting-written": _modal(_about(Things.waiting), **_WRITTEN),
    "waiting-dismiss": Part(_about(Things.waiting_alone, 1)),
    "waiting-dismiss-one": Part(_about(Things.waiting_alone, 1)),
    "waiting-export": Part(),
    "waiting-look": Part(_about(lambda _: 1), STRING_SELECT, lambda things: [things.waiting()]),
    "waiting-undo": Part(_about(lambda things: things.waiting(closed=True), 1)),
    "digest": Part(_about(lambda _: "0" * 16)),
    "digest-channel": Part(kind=_CHANNEL_SELECT, chosen=lambda _: [CHANNEL_ID]),
    "digest-every": Part(kind=STRING_SELECT, chosen=lambda _: ["week"]),
    "digest-hour": Part(kind=STRING_SELECT, chosen=lambda _: ["20"]),
    "digest-show": Part(),
    "watch": Part(_about(Things.answer)),
    "watch-stop": Part(_about(Things.answer)),
    "watch-list": Part(_about(lambda _: 1)),
    "watch-drop": Part(_about(Things.watch, 1)),
    "settings": Part(),
    "set-channels": Part(kind=_CHANNEL_SELECT, chosen=lambda _: [CHANNEL_ID]),
    "set-role": Part(kind=_ROLE_SELECT, chosen=lambda _: [MODERATOR_ROLE]),
    "set-moderators-channel": Part(kind=_CHANNEL_SELECT, chosen=lambda _: [CHANNEL_ID]),
    "set-language": Part(kind=STRING_SELECT, chosen=lambda _: ["own"]),
    "set-mentions": Part(_about(lambda _: "yes")),
    "set-only-named": Part(_about(lambda _: "no")),
    "set-limits": Part(),
    "set-limits-typed": _modal(per_person="600", per_guild="600"),
    "set-nights": Part(),
    "set-nights-chosen": Part(kind=STRING_SELECT, chosen=lambda _: ["Europe/Amsterdam"]),
    "set-outlets": Part(),
    "set-outlets-chosen": Part(kind=STRING_SELECT, chosen=lambda _: []),
    "set-outlets-type": Part(),
    "set-outlets-typed": _modal(names="Zilveren elsewhere"),
    "settings-open": Part(),
    "greet-add": Part(),
    "greet-help": Part(),
}
_FOR_MODERATORS = ("corpus", "batch-", "draft-", "feed", "waiting", "greet-add", "digest")
_FOR_MANAGERS = ("newsdesk", "set")


def whom(name: str) -> str:
    """Return whom a command or part is for."""
    if name in MENUS:
        return MENUS[name]
    plain = name.removeprefix("/")
    if plain.startswith(_FOR_MODERATORS):
        return MODERATORS
    return MANAGERS if plain.startswith(_FOR_MANAGERS) else EVERYONE


def registered(discord: Loopback) -> set[str]:
    """Return the path of every slash command, and the name of every menu."""
    menus = {command["name"] for command in discord.http.commands if kind_of(command) != CHAT}
    return menus | {f"/{path}" for path, _ in commands(discord)}


def commands(discord: Loopback) -> Iterator[tuple[str, list[Json]]]:
    """Yield the path and the options of every slash command that can be used."""
    for command in discord.http.commands:
        if kind_of(command) == CHAT:
            yield from _paths(command)


def _paths(command: Json) -> Iterator[tuple[str, list[Json]]]:
    options = command.get("options") or []
    below = [each for each in options if each["type"] in (SUBCOMMAND, GROUP)]
    if not below:
        yield command["name"], options
    for each in below:
        yield from ((f"{command['name']} {path}", found) for path, found in _paths(each))


def sent(name: str, part: Part, things: Things) -> tuple[int, Json]:
    """Return the kind and the data of an interaction with a part, however it came to be shown."""
    custom_id = ":".join((name, *map(str, part.arguments(things))))
    if part.typed is not None:
        fields = [
            {
                "type": LABEL,
                "id": 0,
                "component": {"type": TEXT_INPUT, "id": 0, "custom_id": key, "value": text},
            }
            for key, text in part.typed.items()
        ]
        return MODAL, {"custom_id": custom_id, "components": fields}
    data: Json = {"custom_id": custom_id, "component_type": part.kind, "id": 0}
    return COMPONENT, data if part.kind == BUTTON else {**data, "values": part.chosen(things)}
