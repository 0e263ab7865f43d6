"""The threads that do the blocking work, so that the event loop never waits for it."""

import asyncio
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

from bot.discord.connection.errors import Busy
from bot.discord.connection.places import AT_ONCE

_Result = TypeVar("_Result")
_Job = Callable[[], None]
# Threads for what takes milliseconds: however much longer work there is, Discord waits three seconds at most.
_SHORT = 2
# For what takes seconds to minutes: long texts never keep all threads from questions.
_PATIENT = 2
# For reading sites, which may keep silent: as many as are read at once, and none of those for questions.
_SITES = AT_ONCE


class Workers:
    """A fixed number of threads and a queue of fixed length before them; others for what is short or long.

    They are daemons. Python waits for the threads of `concurrent.futures` when it exits, so that there one
    question that hangs would keep a stopped bot alive.
    """

    def __init__(self, threads: int = 4, waiting: int = 200) -> None:
        self._long: queue.Queue[_Job] = queue.Queue(waiting)
        self._short: queue.Queue[_Job] = queue.Queue(waiting)
        self._patient: queue.Queue[_Job] = queue.Queue(waiting)
        self._sites: queue.Queue[_Job] = queue.Queue(waiting)
        lanes = (
            (self._long, threads, "worker"),
            (self._short, _SHORT, "short"),
            (self._patient, _PATIENT, "patient"),
            (self._sites, _SITES, "site"),
        )
        for jobs, count, name in lanes:
            for number in range(count):
                threading.Thread(
                    target=_work, args=(jobs,), name=f"newsdesk-{name}-{number}", daemon=True
                ).start()

    @property
    def waiting(self) -> int:
        """How many calls wait for a thread, those for threads of their own apart."""
        return self._long.qsize()

    async def run(
        self,
        call: Callable[[], _Result],
        *,
        short: bool = False,
        patient: bool = False,
        site: bool = False,
    ) -> _Result:
        """Return what the call returns, or raise what it raises, once a thread has done it.

        Args:
            call: what to do.
            short: whether it takes milliseconds and somebody looks on: it waits for others of its kind alone.
            patient: whether it can take minutes, such as a preview of a long text: as above.
            site: whether it waits for somebody's site: as above.

        Raises:
            Busy: the queue is full.
        """
        future: Future[_Result] = Future()
        try:
            self._lane(short=short, patient=patient, site=site).put_nowait(lambda: _settle(future, call))
        except queue.Full:
            raise Busy from None
        return await asyncio.wrap_future(future)

    def _lane(self, *, short: bool, patient: bool, site: bool) -> queue.Queue[_Job]:
        kept = ((short, self._short), (patient, self._patient), (site, self._sites))
        return next((jobs for named, jobs in kept if named), self._long)


def _work(jobs: queue.Queue[_Job]) -> None:
    while True:
        jobs.get()()


def _settle(future: Future[_Result], call: Callable[[], _Result]) -> None:
    if not future.set_running_or_notify_cancel():
        return
    try:
        future.set_result(call())
    except BaseException as error:  # noqa: BLE001 - it is raised where the result is awaited
        future.set_exception(error)
