"""One use of a command, button, modal or menu, as the person who used it sees it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from tests.small_discord.screen.shown import Message
from tests.small_discord.state.fair_clock import fair_time
from tests.small_discord.state.payloads import Json
from tests.small_discord.state.people import READER, Channel, Person

COMMAND, COMPONENT, AUTOCOMPLETE, MODAL = 2, 3, 4, 5
# Discord forgets a request that the bot did not acknowledge in three seconds; here it may take twice as long
# by a clock that other programs do not move: tests share the cores.
ACKNOWLEDGE_WITHIN = 6.0


@dataclass
class Turn:
    """An interaction: `on` is the message whose button or menu was used, `document` what the bot was sent."""

    number: str
    token: str
    kind: int = COMMAND
    by: Person = READER
    channel: Channel = field(default_factory=lambda: Channel(""))
    guild: str | None = None
    on: Message | None = None
    document: Json = field(default_factory=dict)
    asked_at: float = field(default_factory=fair_time)
    acknowledged_at: float | None = None
    answered_with: int | None = None
    private: bool = False
    expired: bool = False
    edits: int = 0
    original: Message | None = None
    changed: bool = False
    followups: list[Message] = field(default_factory=list)
    modal: Json | None = None
    choices: list[Json] | None = None
    acknowledged: asyncio.Event = field(default_factory=asyncio.Event)
    shown: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def message(self) -> Message | None:
        """What is shown in return: the answer or the changed message; else the last that followed."""
        if self.original is not None and self.changed:
            return self.original
        return self.followups[-1] if self.followups else None

    @property
    def thinking(self) -> bool:
        return self.acknowledged_at is not None and not self.shown.is_set()

    @property
    def content(self) -> str:
        assert self.message is not None
        return self.message.content

    @property
    def embed(self) -> Json:
        assert self.message is not None
        return self.message.embed

    @property
    def text(self) -> str:
        """All that can be read in what is shown."""
        assert self.message is not None
        return self.message.text

    @property
    def too_late(self) -> bool:
        """Say whether Discord has forgotten the request."""
        waiting = self.acknowledged_at is None
        return self.expired or (waiting and fair_time() - self.asked_at > ACKNOWLEDGE_WITHIN)

    def acknowledge(self, answered_with: int) -> None:
        self.acknowledged_at = fair_time()
        self.answered_with = answered_with
        self.acknowledged.set()

    def show(self, original: Message | None = None) -> None:
        """Note that the person sees something: with `original`, the answer or the changed message."""
        if original is not None:
            self.original, self.changed = original, True
        self.shown.set()
