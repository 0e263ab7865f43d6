"""How people do anything with the bot: from which place, in which manner, and until something is shown."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from tests.small_discord.acts.interaction import interaction
from tests.small_discord.gateway.gateway import Gateway
from tests.small_discord.gateway.messages import Messages
from tests.small_discord.routes.http import Http
from tests.small_discord.screen.shown import Message
from tests.small_discord.screen.turns import COMMAND, Turn
from tests.small_discord.state.changes import PATIENCE, Changes
from tests.small_discord.state.payloads import Json
from tests.small_discord.state.people import Channel, Person
from tests.small_discord.state.world import World

Place = Channel | str | None


@dataclass(frozen=True, kw_only=True)
class Manner:
    """How something is done; all but `locale` and `may` is what goes wrong.

    `expired` comes too late for any word, `taken` is acknowledged by another process already, `twice` comes
    two times, and with `wait` false the act returns before anything is shown.
    """

    locale: str = "en-US"
    may: int | None = None
    expired: bool = False
    taken: bool = False
    twice: bool = False
    wait: bool = True


class Doing:
    """The parts of the small Discord, and what all acts have in common."""

    def __init__(
        self, world: World, gateway: Gateway, messages: Messages, http: Http, changes: Changes
    ) -> None:
        self.world = world
        self.gateway = gateway
        self.http = http
        self.history = messages
        self.changes = changes

    def place(self, person: Person, guild: str | None, channel: Place) -> Channel:
        """Return the channel meant: itself, the first of a server, or a direct message with the bot."""
        if isinstance(channel, Channel):
            return channel
        if channel is not None:
            return self.world.channels[channel]
        return self.world.direct(person) if guild is None else self.world.first_channel(guild)

    def see(self, message: Message, by: Person) -> None:
        assert message.seen_by(by.id), f"{by.name} does not see the message"
        held = self.world.permissions(by, self.world.channels[message.channel])
        assert held, f"{by.name} does not see the channel"

    async def begin(
        self, kind: int, by: Person, place: Channel, data: Json, how: Manner, on: Message | None = None
    ) -> Turn:
        number = self.world.number()
        turn = Turn(number, f"token-{number}", kind, by, place, place.guild, on, expired=how.expired)
        if how.taken:
            turn.acknowledged_at = turn.asked_at
        self.http.turns[turn.token] = turn
        turn.document = interaction(self.world, turn, data, how.locale, how.may)
        if on is not None and kind != COMMAND:
            turn.document["message"] = self.history.told(on)
        for _ in range(1 + how.twice):
            await self.gateway.dispatch("INTERACTION_CREATE", turn.document)
        if how.wait and not (how.expired or how.taken):
            await self._shown(turn)
        return turn

    async def _shown(self, turn: Turn) -> None:
        try:
            await asyncio.wait_for(turn.shown.wait(), PATIENCE)
        except TimeoutError as error:
            told = f"it was answered with {turn.answered_with}; the bot broke {self.http.broken}"
            raise AssertionError(f"nothing was shown within {PATIENCE:g} s: {told}") from error
