"""Writing down what is under way before it is begun, and striking it out when it is done."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable, Sequence

from sqlalchemy import Connection

from bot.discord.interrupted.run import this_run
from bot.discord.worker import Workers
from corpus.catalogue import underway
from corpus.catalogue.connection import Catalogue
from corpus.catalogue.underway import Begun

# Seconds that a request waits for this at most: Discord waits three for the first word on it.
PATIENCE = 1.0

_log = logging.getLogger(__name__)
_Change = Callable[[Connection], object]


class Ledger:
    """Writes in one thread of its own, all that waits in one transaction; a failure is logged and no more."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.run = this_run()
        self._catalogue = catalogue
        self._workers = Workers(threads=1)
        self._changes: list[_Change] = []
        self._writing: asyncio.Task[None] | None = None

    async def begin(self, begun: Begun) -> None:
        """Write a request down, or go on without where that takes too long."""
        self._changes.append(lambda connection: underway.begin(connection, begun))
        await self.written(PATIENCE)

    def end(self, request_id: str) -> None:
        """Strike a request out, soon."""
        self._changes.append(lambda connection: underway.end(connection, [request_id]))
        self._write_soon()

    async def written(self, patience: float) -> None:
        """Wait until all is written, at most so many seconds."""
        writing = self._write_soon()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(asyncio.shield(writing), patience)

    def _write_soon(self) -> asyncio.Task[None]:
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write())
        return self._writing

    async def _write(self) -> None:
        while self._changes:
            changes, self._changes = self._changes, []
            try:
                await self._workers.run(lambda made=tuple(changes): self._make(made))  # type: ignore[misc]
            except Exception:  # noqa: BLE001 - no request may fail for it
                _log.exception("what is under way could not be written down")

    def _make(self, changes: Sequence[_Change]) -> None:
        with self._catalogue.writing() as connection:
            for change in changes:
                change(connection)
