"""The threads that do the blocking work, so that the event loop never waits for it."""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

from bot.discord.errors import Busy

_Result = TypeVar("_Result")


class Workers:
    """A fixed number of threads and a queue of fixed length before them.

    They are daemons. Python waits for the threads of `concurrent.futures` when it exits, so that there one
    question that hangs would keep a stopped bot alive.
    """

    def __init__(self, threads: int = 4, waiting: int = 200) -> None:
        self._jobs: queue.Queue[Callable[[], None]] = queue.Queue(waiting)
        for number in range(threads):
            threading.Thread(target=self._work, name=f"newsdesk-worker-{number}", daemon=True).start()

    async def run(self, call: Callable[[], _Result]) -> _Result:
        """Return what the call returns, or raise what it raises, once a thread has done it.

        Raises:
            Busy: the queue is full.
        """
        future: Future[_Result] = Future()
        try:
            self._jobs.put_nowait(lambda: _settle(future, call))
        except queue.Full:
            raise Busy from None
        return await asyncio.wrap_future(future)

    def _work(self) -> None:
        while True:
            self._jobs.get()()


def _settle(future: Future[_Result], call: Callable[[], _Result]) -> None:
    if not future.set_running_or_notify_cancel():
        return
    try:
        future.set_result(call())
    except BaseException as error:  # noqa: BLE001 - it is raised where the result is awaited
        future.set_exception(error)
