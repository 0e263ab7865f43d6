"""One message as the people in its channel see it, with what it was before its edits."""

from __future__ import annotations

import copy
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tests.small_discord.state import payloads
from tests.small_discord.state.payloads import Json
from tests.small_discord.state.people import BOT

EPHEMERAL, LOADING = 1 << 6, 1 << 7
BUTTON = 2
SELECTS = frozenset({3, 5, 6, 7, 8})


@dataclass
class Message:
    """A message; `only_for` is the one person who sees it, `edits` when it was edited (monotonic).

    `pings` are the people whom it notifies.
    """

    document: Json
    guild: str | None
    only_for: str | None = None
    deleted: bool = False
    reactions: list[str] = field(default_factory=list)
    versions: list[Json] = field(default_factory=list)
    edits: list[float] = field(default_factory=list)
    nonce: object = None
    pings: list[str] = field(default_factory=list)

    def __getitem__(self, key: str) -> Any:
        return self.document[key]

    @property
    def id(self) -> str:
        return str(self.document["id"])

    @property
    def channel(self) -> str:
        return str(self.document["channel_id"])

    @property
    def author(self) -> str:
        return str(self.document["author"]["id"])

    @property
    def content(self) -> str:
        return str(self.document["content"])

    @property
    def embeds(self) -> list[Json]:
        return list(self.document["embeds"])

    @property
    def embed(self) -> Json:
        (embed,) = self.document["embeds"]
        return dict(embed)

    @property
    def text(self) -> str:
        """All that can be read in the message, buttons left out."""
        return "\n".join([self.content, *(line for embed in self.embeds for line in _lines(embed))]).strip()

    @property
    def loading(self) -> bool:
        """Say whether people see that the bot is thinking."""
        return bool(self.document["flags"] & LOADING)

    @property
    def reply_to(self) -> str | None:
        reference = self.document.get("message_reference")
        return str(reference["message_id"]) if reference else None

    @property
    def parts(self) -> list[Json]:
        """The buttons and selects, in order."""
        return list(parts(self.document["components"]))

    @property
    def buttons(self) -> list[str]:
        """The labels of the buttons, in order; of one without a label, its emoji."""
        return [_label(part) for part in self.parts if part["type"] == BUTTON]

    def part(self, name: str) -> Json | None:
        """Return the button or select with this label, placeholder or custom id."""
        return next((part for part in self.parts if name in _names(part)), None)

    def seen_by(self, person: str) -> bool:
        """Say whether a person sees the message, given that they see the channel."""
        return not self.deleted and self.only_for in (None, person)

    def become(self, changed: Json) -> None:
        """Take these fields instead, and remember what was."""
        self.versions.append(copy.deepcopy(self.document))
        self.edits.append(time.monotonic())
        self.document.update(changed)
        self.document["flags"] &= ~LOADING
        self.document["edited_timestamp"] = payloads.now()


def parts(components: list[Json]) -> Iterator[Json]:
    """Yield every button and select, wherever it is nested."""
    for component in components:
        if component["type"] == BUTTON or component["type"] in SELECTS:
            yield component
        nested = [*component.get("components", []), *filter(None, [component.get("accessory")])]
        yield from parts(nested)


def mentions_bot(document: Json) -> bool:
    """Say whether a message mentions the bot, as a reply that pings does too."""
    return any(person["id"] == BOT.id for person in document["mentions"])


def _label(part: Json) -> str:
    return str(part.get("label") or (part.get("emoji") or {}).get("name"))


def _names(part: Json) -> set[str]:
    named = {str(part[key]) for key in ("custom_id", "placeholder") if part.get(key)}
    return {*named, _label(part)} if part["type"] == BUTTON else named


def _lines(embed: Json) -> Iterator[str]:
    yield from (embed.get(part, {}).get("name", "") for part in ("author",))
    yield from (embed.get(key) or "" for key in ("title", "description"))
    yield from (text for each in embed.get("fields", []) for text in (each["name"], each["value"]))
    yield embed.get("footer", {}).get("text", "")
