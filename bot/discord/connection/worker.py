"""The threads that do the blocking work, so that the event loop never waits for it."""

import asyncio
import contextvars
import queue
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from typing import TypeVar

from bot.discord.connection.errors import Busy
from bot.discord.connection.places import AT_ONCE
from bot.outside.readings import Reading

_Result = TypeVar("_Result")
_Job = Callable[[], None]
_Lane = queue.SimpleQueue[_Job | None]  # of calls, and None for each thread that is to end
# Threads for what takes milliseconds: however much longer work there is, Discord waits three seconds at most.
_SHORT = 2
# For what takes seconds to minutes: long texts never keep all threads from questions.
_PATIENT = 2
# For reading sites, which may keep silent: as many as are read at once, and none of those for questions.
_SITES = AT_ONCE
_QUESTION = "question"


class Workers:
    """A fixed number of threads and a queue of fixed length before them; others for what is short or long.

    They are daemons. Python waits for the threads of `concurrent.futures` when it exits, so that there one
    question that hangs would keep a stopped bot alive.
    """

    def __init__(
        self,
        threads: int = 4,
        waiting: int = 200,
        waited: Callable[[str, float], object] = lambda _lane, _seconds: None,
    ) -> None:
        """Say how many threads there are; those of a kind are started with its first call.

        Args:
            threads: how many there are for questions.
            waiting: how many calls of each kind may wait.
            waited: is told how many seconds a call waited, with the name of its kind.
        """
        self._waited = waited
        self._most = waiting
        self._sizes = {_QUESTION: threads, "short": _SHORT, "patient": _PATIENT, "site": _SITES}
        self._lanes: dict[str, _Lane] = {name: queue.SimpleQueue() for name in self._sizes}
        self._begun: set[str] = set()
        self._closed = False

    def close(self) -> None:
        """Take no more calls; each thread ends once what waits for it is done, which nobody waits for."""
        self._closed = True
        for name in self._begun:
            for _ in range(self._sizes[name]):
                self._lanes[name].put(None)

    @property
    def waiting(self) -> int:
        """How many calls wait for a thread, those for threads of their own apart."""
        return self._lanes[_QUESTION].qsize()

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
            Busy: the queue is full, or the threads have been told to end.
        """
        future: Future[_Result] = Future()
        kept = {"short": short, "patient": patient, "site": site}
        name = next((name for name, wanted in kept.items() if wanted), _QUESTION)
        # What is logged on the thread is logged for the same request.
        context, came = contextvars.copy_context(), time.perf_counter()

        def job() -> None:
            self._waited(name, time.perf_counter() - came)
            context.run(_settle, future, call)

        if self._closed or self._lanes[name].qsize() >= self._most:
            raise Busy
        self._begin(name)
        self._lanes[name].put(job)
        return await asyncio.wrap_future(future)

    def readings(self) -> Iterator[Reading]:
        """Yield how many calls of each kind wait now."""
        waiting = {name: float(lane.qsize()) for name, lane in self._lanes.items()}
        yield Reading("newsdesk_queue_calls", "Calls that wait for a worker.", waiting, "lane")

    def _begin(self, name: str) -> None:
        """Start the threads of a kind, unless they are."""
        if name in self._begun:
            return
        self._begun.add(name)
        for number in range(self._sizes[name]):
            called = f"newsdesk-{name}-{number}"
            threading.Thread(target=_work, args=(self._lanes[name],), name=called, daemon=True).start()


def _work(jobs: _Lane) -> None:
    while (job := jobs.get()) is not None:
        job()
        del job  # what it holds, such as a whole newsroom, is free while the next is waited for


def _settle(future: Future[_Result], call: Callable[[], _Result]) -> None:
    if not future.set_running_or_notify_cancel():
        return
    try:
        future.set_result(call())
    except BaseException as error:  # noqa: BLE001 - it is raised where the result is awaited
        future.set_exception(error)
