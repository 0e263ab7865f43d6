"""Doing the jobs of the queue: all the time as a worker does, or until none is left as a bot alone does."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
import threading
from typing import TYPE_CHECKING

from bot.jobs.doing import doing
from corpus.catalogue.jobs.queue import Hands, QueueAway

if TYPE_CHECKING:
    from bot.assembly import Desk

_log = logging.getLogger(__name__)
_PAUSES = (1.0, 2.0, 5.0, 10.0)  # seconds between tries to reach the database, the last again and again
_GRACE = 8.0  # seconds that jobs have to end in after SIGTERM; others take up what had not


class Worker:
    """Works until SIGTERM or SIGINT, whatever happens to the database meanwhile."""

    def __init__(self, desk: Desk, at_once: int) -> None:
        """Take the parts, and how many jobs are done side by side."""
        self._url = desk.settings.database_url
        self._do = doing(desk)
        self._at_once = at_once
        self._pulse = desk.seen.pulse
        self._cut_short = desk.poller.cut_short

    def run(self) -> None:
        """Work; return once stopped, with at most what took too long still being done on threads."""
        # Its end would wait for those threads.
        asyncio.new_event_loop().run_until_complete(self._run())

    async def _run(self) -> None:
        stopped, loop = asyncio.Event(), asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            # Windows has no such handlers; there Ctrl-C ends it at once, and others take its jobs up.
            with contextlib.suppress(NotImplementedError):
                loop.add_signal_handler(number, stopped.set)
        beating = asyncio.create_task(self._pulse.beat())
        working = asyncio.create_task(self._work_on(stopped))
        await stopped.wait()
        _log.info("stopping")
        self._cut_short()
        await asyncio.wait({working}, timeout=_GRACE)
        beating.cancel()

    async def _work_on(self, stopped: asyncio.Event) -> None:
        failures = 0
        while not stopped.is_set():
            hands = Hands(self._url, self._do, self._at_once)
            ending = asyncio.create_task(_stop(hands, stopped))
            began = asyncio.get_running_loop().time()
            try:
                await hands.work()
            except QueueAway as error:
                lasted = asyncio.get_running_loop().time() - began
                failures = 0 if lasted > _PAUSES[-1] else failures + 1
                pause = _PAUSES[min(failures, len(_PAUSES) - 1)]
                _log.warning("the database of the jobs is away (%s); again in %g s", error, pause)
                await _either(stopped, pause)
            finally:
                ending.cancel()


async def _stop(hands: Hands, stopped: asyncio.Event) -> None:
    await stopped.wait()
    hands.stop()


async def _either(stopped: asyncio.Event, seconds: float) -> None:
    waiting = asyncio.create_task(stopped.wait())
    await asyncio.wait({waiting}, timeout=seconds)
    waiting.cancel()


class Stopgap:
    """Does what waits, one job after the other, where no worker does."""

    def __init__(self, desk: Desk) -> None:
        """Take the parts."""
        self._url = desk.settings.database_url
        self._do = doing(desk)
        self._lock = threading.Lock()
        self._hands: Hands | None = None
        self._stopped = False

    def work(self) -> None:
        """Do jobs until none is left that can be done now."""
        with self._lock:
            if self._stopped:
                return
            self._hands = Hands(self._url, self._do, 1)
        try:
            asyncio.run(self._hands.work(wait=False))
        except QueueAway as error:
            _log.warning("the database of the jobs is away (%s)", error)

    def stop(self) -> None:
        """Begin no further job."""
        with self._lock:
            self._stopped = True
            if self._hands is not None:
                self._hands.stop()
