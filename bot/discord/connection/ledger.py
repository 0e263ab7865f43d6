"""Writing down what is under way before it is begun, and striking it out when it is done."""

import asyncio
import contextlib
import datetime
import functools
import logging
import os
import secrets
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.discord.connection.worker import Workers
from corpus.catalogue import underway
from corpus.catalogue.connection import Catalogue, Connection
from corpus.catalogue.underway import Begun
from corpus.errors import CatalogueUnusable

# Seconds that a request waits for this at most: Discord waits three for the first word on it.
PATIENCE = 1.0
_log = logging.getLogger(__name__)
_Change = Callable[[Connection], object]
# Of a run on another machine nobody here knows whether it lives: after this long no request is worked on.
SURELY_OVER = datetime.timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Run:
    """A process of a machine, and a name that no other run of that process has."""

    machine: str
    process: int
    name: str

    def __str__(self) -> str:
        """Return it in words that `run_of` reads."""
        return f"{self.name}:{self.process}:{self.machine}"


class Ledger:
    """Writes in one thread of its own, all that waits in one transaction; a failure is logged and no more."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.run = this_run()
        self._catalogue = catalogue
        self._workers = Workers(threads=1)
        self._waiting: list[tuple[_Change, asyncio.Future[None]]] = []
        self._writing: asyncio.Task[None] | None = None

    async def begin(self, begun: Begun) -> None:
        """Write a request down, or go on without where that takes too long."""
        await _within(PATIENCE, self._write_soon(lambda connection: underway.begin(connection, begun)))

    def end(self, request_id: str) -> None:
        """Strike a request out, soon."""
        self._write_soon(lambda connection: underway.end(connection, [request_id]))

    async def written(self, patience: float) -> None:
        """Wait until all is written, at most so many seconds."""
        if self._writing is not None:
            await _within(patience, self._writing)

    def close(self) -> None:
        """End the thread, once it has written what it was given."""
        self._workers.close()

    def _write_soon(self, change: _Change) -> asyncio.Future[None]:
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((change, done))
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write())
        return done

    async def _write(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, []
            try:
                await self._workers.run(functools.partial(self._make, [change for change, _ in batch]))
            except CatalogueUnusable as error:
                _log.warning("what is under way could not be written down: %s", error)
            except Exception:  # noqa: BLE001 - no request may fail for it
                _log.exception("what is under way could not be written down")
            for _, done in batch:
                done.set_result(None)

    def _make(self, changes: Sequence[_Change]) -> None:
        with self._catalogue.writing() as connection:
            for change in changes:
                change(connection)


async def _within(seconds: float, writing: asyncio.Future[None]) -> None:
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(asyncio.shield(writing), seconds)


def this_run() -> Run:
    """Return a new run in this process."""
    return Run(socket.gethostname(), os.getpid(), secrets.token_hex(6))


def run_of(written: str) -> Run:
    """Return the run that was written down."""
    name, process, machine = written.split(":", 2)
    return Run(machine, int(process), name)


def is_over(run: Run, here: Run, age: datetime.timedelta, alive: Callable[[int], bool | None]) -> bool:
    """Say whether another run has ended.

    Args:
        run: the other.
        here: this one.
        age: how long ago it began what it has not ended.
        alive: says of a process of this machine whether it lives; None where that cannot be known.
    """
    if run == here:
        return False
    if run.machine == here.machine:
        # One process has one run at a time, and numbers of processes come again.
        living = False if run.process == here.process else alive(run.process)
        if living is not None:
            return not living
    return age > SURELY_OVER


def lives(process: int) -> bool | None:
    """Say whether a process of this machine lives; None where asking might harm it."""
    if os.name == "nt":
        return None
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
