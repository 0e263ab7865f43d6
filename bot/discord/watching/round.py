"""The round of the watches: what is new is looked at, asked again, and told to whoever watches."""

import functools
import logging
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace

import discord

from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.retrying import NO_REPLY
from bot.discord.watching.reaching import NotNow, OutOfReach, Reach, reach
from bot.discord.watching.sending import Sending
from bot.telling.abstention_sentence import abstention
from corpus.catalogue import watches
from corpus.catalogue.watches import Watch
from corpus.filters import Filters
from retrieval.curating.watching.lookout import Lookout, Part
from retrieval.curating.watching.timing import is_night, may_tell

EVERY = 10.0  # seconds between two rounds
_log = logging.getLogger(__name__)
_FAILURES = (discord.DiscordException, *NO_REPLY)


class Notifying:
    """Tells whoever watches; what has to be known after a restart is in the catalogue.

    Telling comes before noting that it was told: what is noted first is lost where the bot dies between the
    two. How it is told once all the same, see `posting`.
    """

    def __init__(self, client: discord.Client, newsroom: Newsroom) -> None:
        parts = newsroom.parts
        self._client = client
        self._newsroom = newsroom
        self._lookout = Lookout(
            parts.catalogue, parts.embedder, parts.search, parts.reader, parts.now, abstention
        )
        self._sending = Sending(client, newsroom)

    async def go_round(self) -> None:
        """Look at what has changed, ask what that can touch, and tell what is new."""
        for shard in self._newsroom.shards.each():
            await self._look(Part(shard.name, shard.has))
        if await self._newsroom.read(watches.any_marked):
            await self._ask()
        found = self._own(await self._newsroom.read(watches.found_ones))
        for some in _grouped(found, lambda one: (one.found, *one.place)).values():
            if not is_night(self._newsroom.parts.now(), self._quiet(some[0])):
                await self._tell(some, some[0].found or "")

    async def _look(self, part: Part) -> None:
        # A piece at a time: between two pieces questions have their turn.
        while await self._newsroom.work_patiently(lambda _: self._lookout.look(self._scope, part)):
            pass

    async def _ask(self) -> None:
        """Ask once, for all who watch the same, what may be told of now."""
        held = self._own(await self._newsroom.read(watches.every))
        for asking in _grouped(held, lambda one: one.asks).values():
            due = [
                one
                for there in _grouped(asking, lambda one: one.place).values()
                if self._is_due(there)
                for one in there
                if one.marks and one.found is None
            ]
            if due:
                ask = functools.partial(self._lookout.ask, due, self._scope(due[0]))
                await self._newsroom.workers.run(ask, patient=True)

    async def _tell(self, watched: Sequence[Watch], found: str) -> None:
        """Tell those who watch the same in the same place; what fails now is tried in the next round."""
        reached = [one for one in [await self._reach(watch) for watch in watched] if one is not None]
        try:
            await self._sending.send(reached, found)
        except _FAILURES as error:
            _log.warning("not all %d who watch could be told, it is tried again: %s", len(watched), error)
        except Exception:  # noqa: BLE001 - whatever it is, those who watch something else are told
            _log.exception("%d who watch could not be told of answer %s", len(watched), found)

    async def _reach(self, watch: Watch) -> Reach | None:
        try:
            return await reach(self._client, watch)
        except OutOfReach:
            _log.info("watch %s ends: the person has left the server", watch.id)
            await self._newsroom.write(lambda connection: watches.end(connection, [watch.id]))
        except NotNow:
            pass
        except _FAILURES as error:
            _log.warning("watch %s: nobody could be reached, it is tried again: %s", watch.id, error)
        return None

    def _own(self, held: Iterable[Watch]) -> list[Watch]:
        """Return the watches of the servers that this process looks after."""
        return [one for one in held if self._newsroom.shards.has(one.guild)]

    def _is_due(self, there: Sequence[Watch]) -> bool:
        told = [one.told for one in there]
        return may_tell(self._newsroom.parts.now(), told, self._quiet(there[0]))

    def _quiet(self, watch: Watch) -> str | None:
        return self._newsroom.preferences.of(watch.guild).quiet

    def _scope(self, watch: Watch) -> Filters:
        left_out = self._newsroom.preferences.of(watch.guild).outlets_left_out
        return replace(watch.filters, guild=watch.guild, outlets_left_out=left_out)


def _grouped(held: Iterable[Watch], by: Callable[[Watch], Hashable]) -> Mapping[Hashable, list[Watch]]:
    groups: dict[Hashable, list[Watch]] = {}
    for one in held:
        groups.setdefault(by(one), []).append(one)
    return groups
