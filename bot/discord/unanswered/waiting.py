"""What waits in a server, gathered anew whenever it is looked at."""

from __future__ import annotations

import functools

from bot.discord.connection.newsroom import Newsroom, Parts
from bot.discord.unanswered.groups import MOST, Waiting, gathered, questions_only
from corpus.catalogue import unanswered
from retrieval.models.kept_vectors import KeepingEmbedder

_TOLD = 8192  # sentences of which it is kept whether they ask


class WaitingRoom:
    """Looks at the questions that wait; looking again must not embed and tell the same ones again."""

    def __init__(self, newsroom: Newsroom) -> None:
        self._newsroom = newsroom
        self._embedder = KeepingEmbedder(newsroom.parts.embedder)
        self._tell = functools.lru_cache(_TOLD)(newsroom.parts.tell)

    async def of(self, guild: str) -> Waiting:
        """Return what waits in a server.

        Raises:
            Busy: too much is waiting already.
            ModelUnavailable: a model cannot be loaded.
        """
        found = await self._newsroom.read(lambda connection: unanswered.open_ones(connection, guild, MOST))

        def gather(_: Parts) -> Waiting:
            shown = questions_only(found, self._tell)
            groups = gathered(shown, self._embedder)
            return Waiting(groups, len(found) - len(shown), newest_only=len(found) == MOST)

        return await self._newsroom.work(gather)
