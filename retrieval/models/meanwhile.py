"""One computation beside who asks for it, who goes on with something else until its result is needed."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

_Result = TypeVar("_Result")


class Meanwhile:
    """A thread, begun when it is first needed and kept; several threads may use it.

    It takes one computation at a time: who asks while it computes does so alone and later, for then the cores
    have enough to do, and handing work over would only keep others waiting.
    """

    def __init__(self) -> None:
        self._pool: ThreadPoolExecutor | None = None
        self._free = threading.Lock()

    def begin(self, compute: Callable[[], _Result]) -> Callable[[], _Result]:
        """Begin to compute, if the thread is free, and return what gives the result or raises its error."""
        if not self._free.acquire(blocking=False):
            return compute
        self._pool = self._pool or ThreadPoolExecutor(1, "meanwhile")
        return self._pool.submit(self._computed, compute).result

    def _computed(self, compute: Callable[[], _Result]) -> _Result:
        try:
            return compute()
        finally:
            self._free.release()


def at_its_end(compute: Callable[[], _Result]) -> Callable[[], _Result]:
    """Return what computes when its result is needed, in the thread that asks: where no other may."""
    return compute
