"""Taking turns to begin sessions: Discord allows a few in five seconds, whichever process begins them."""

import asyncio
import datetime
import logging

from bot.discord.connection.errors import Busy
from bot.discord.connection.newsroom import Newsroom
from corpus.catalogue import turns
from corpus.errors import CatalogueUnusable

_log = logging.getLogger(__name__)
# Discord's five seconds, and what the way to it may differ by from one time to the next.
_APART = datetime.timedelta(seconds=5.5)


class Turns:
    """The turns of all processes, kept in their catalogue; `at_once` shards may begin together.

    Discord counts shards apart by their number modulo that: those with the same rest take turns.
    """

    def __init__(self, newsroom: Newsroom) -> None:
        self.at_once = 1
        self._newsroom = newsroom

    async def wait(self, shard: int) -> None:
        """Wait until it is this shard's turn."""
        name = f"session {shard % max(1, self.at_once)}"
        while not await self._taken(name):
            pass

    async def _taken(self, name: str) -> bool:
        """Take the turn, or wait until it can be tried again; a catalogue that fails keeps nobody away."""
        now = self._newsroom.parts.now()
        try:
            left = await self._newsroom.write(lambda connection: turns.take(connection, name, now, _APART))
        except (CatalogueUnusable, Busy) as error:
            _log.warning("whose turn it is to connect is not known: %s", error)
            await asyncio.sleep(_APART.total_seconds())
            return True
        await asyncio.sleep(left.total_seconds())
        return not left
