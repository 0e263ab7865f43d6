"""Where every request comes in: remembered until it is done, also when the bot stops; failures are told."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import discord

from bot.discord.connection.delivery import say
from bot.discord.connection.failing import Failures
from bot.discord.connection.ledger import Ledger
from bot.discord.connection.newsroom import Newsroom
from bot.discord.display.words import WORDS
from bot.outside.readings import Reading
from bot.outside.request import Origin, begin, named
from corpus.catalogue.underway import Begun

Farewell = Callable[[], Awaitable[None]]


class UnderWay:
    """Requests by the task that works on each; `closing` once no more are taken."""

    def __init__(self) -> None:
        self.closing = False
        self._farewells: dict[asyncio.Task[Any], Farewell] = {}

    def enter(self, farewell: Farewell) -> None:
        """Remember the request until the task that called this is done; `farewell` apologises for it."""
        task = asyncio.current_task()
        if task is not None:
            self._farewells[task] = farewell
            task.add_done_callback(self._farewells.pop)

    def readings(self) -> Iterator[Reading]:
        """Yield how many there are."""
        told = "Requests that are being worked on."
        yield Reading("newsdesk_requests_under_way", told, {"": float(len(self._farewells))})

    async def settle(self, patience: float, apologies: float) -> None:
        """Take no more; give the rest `patience` seconds, then apologise within `apologies` seconds."""
        self.closing = True
        if not self._farewells:
            return
        _, late = await asyncio.wait(self._farewells, timeout=patience)
        given_up = [self._farewells[task] for task in late]
        for task in late:
            task.cancel()
        if given_up:
            farewells = [asyncio.ensure_future(farewell()) for farewell in given_up]
            await asyncio.wait(farewells, timeout=apologies)


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody asks for: Discord's number of it, the language, and how to say a sentence instead.

    `where` leads to it again after a crash: what is known of it beside its number and language. `command` is
    what it came by.
    """

    number: int
    language: str
    say: Callable[[str], Awaitable[None]]
    where: Mapping[str, str | None] = field(default_factory=dict)
    command: str = "message"


class Reception:
    """Lets requests in while the bot is open, and tells what became of those that failed."""

    def __init__(self, newsroom: Newsroom, under_way: UnderWay, failures: Failures) -> None:
        self.newsroom = newsroom
        self.ledger = Ledger(newsroom.parts.catalogue)
        self._under_way = under_way
        self._failures = failures

    async def admit(self, interaction: discord.Interaction[Any]) -> bool:
        """Remember the interaction; decline it where the bot is about to stop."""
        return await self._enter(self._request(interaction))

    async def tell(self, interaction: discord.Interaction[Any], error: Exception) -> None:
        """Tell the person what failed."""
        await self._failed(self._request(interaction), error)

    async def attend(
        self, interaction: discord.Interaction[Any], work: Callable[[], Awaitable[None]]
    ) -> None:
        """Do the work of an interaction that no command tree looks after."""
        await self.serve(self._request(interaction), work)

    async def serve(self, request: Request, work: Callable[[], Awaitable[None]]) -> None:
        """Do the work of a request, however it came."""
        if not await self._enter(request):
            return
        try:
            await work()
        except Exception as error:  # noqa: BLE001 - whatever it is, the person is told
            await self._failed(request, error)

    async def _enter(self, request: Request) -> bool:
        async def farewell() -> None:
            await request.say(WORDS.of(request.language).stopping)
            self.ledger.end(str(request.number))

        begin(Origin(named(request.number), request.command, request.where.get("guild")))
        self.newsroom.parts.seen.metrics.taken_in(request.command)
        self._under_way.enter(farewell)
        if not self._under_way.closing:
            await self._write_down(request)
        if self._under_way.closing:
            await farewell()
        return not self._under_way.closing

    async def _write_down(self, request: Request) -> None:
        begun = Begun(
            id=str(request.number),
            at=self.newsroom.parts.now(),
            run=str(self.ledger.run),
            language=request.language,
            **{"guild": None, "channel_id": None, **request.where},
        )
        task = asyncio.current_task()
        if task is not None:
            task.add_done_callback(lambda ended: self._struck_out(ended, begun.id))
        await self.ledger.begin(begun)

    def _struck_out(self, task: asyncio.Task[Any], request_id: str) -> None:
        # Who is cancelled gets a farewell; where that does not come through either, the next bot tells it.
        if not task.cancelled():
            self.ledger.end(request_id)

    async def _failed(self, request: Request, error: Exception) -> None:
        sentence = self._failures.sentence(error, request.language, request.number)
        if sentence is not None:
            await request.say(sentence)

    def _request(self, interaction: discord.Interaction[Any]) -> Request:
        async def tell(sentence: str) -> None:
            await say(interaction, sentence)

        return Request(
            interaction.id,
            self.newsroom.visit(interaction).language,
            tell,
            whereabouts(interaction),
            _command(interaction),
        )


def _command(interaction: discord.Interaction[Any]) -> str:
    """Return the name of a command, or that of a button, menu or form; never what somebody made up."""
    if interaction.type is discord.InteractionType.application_command:
        return interaction.command.qualified_name if interaction.command is not None else "unknown"
    return str(dict(interaction.data or {}).get("custom_id", "")).partition(":")[0]


def whereabouts(interaction: discord.Interaction[Any]) -> dict[str, str | None]:
    """Return what leads to the answer of an interaction again, and to the message that was clicked."""
    message = interaction.message
    sent: dict[str, Any] = dict(interaction.data or {})
    custom_id = sent.get("custom_id")
    return {
        "guild": str(interaction.guild_id) if interaction.guild_id is not None else None,
        "channel_id": str(interaction.channel_id),
        "message_id": str(message.id) if message is not None else None,
        "application_id": str(interaction.application_id),
        "token": interaction.token,
        "custom_id": str(custom_id) if custom_id is not None else None,
    }
