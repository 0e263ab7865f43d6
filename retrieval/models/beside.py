"""What is computed beside each other: as much at once as there are cores for it, whoever asks for it."""

import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


class Beside:
    """So many threads, begun when they are first needed and kept; several threads may use them.

    Who came first is served first. More at once than there are cores would make nobody quicker, and each
    computation under way holds some megabytes.
    """

    def __init__(self, threads: int) -> None:
        """Take how many threads compute."""
        self._threads = threads
        self._pool: ThreadPoolExecutor | None = None
        self._lock = threading.Lock()

    def map(self, function: Callable[[_Item], _Result], items: Sequence[_Item]) -> Iterable[_Result]:
        """Return what the function gives for each of the items, in their order.

        One alone is computed by the thread that asks: handing it over would take longer than it saves.
        """
        if self._threads == 1 or len(items) == 1:
            return map(function, items)
        with self._lock:
            self._pool = self._pool or ThreadPoolExecutor(self._threads, "model")
        return self._pool.map(function, items)
