"""A clock that stands still while this process waits for a core, so that other programs do not move it."""

from __future__ import annotations

import contextlib
import os
import time

# What the kernel keeps of each thread: nanoseconds it ran, nanoseconds it waited for a core, turns it had.
_THREADS = "/proc/self/task"
_LOOK_EVERY = 0.1  # seconds


class FairClock:
    """Tells seconds of which only the difference between two readings means something.

    The bot shares the process, and that it is not let run is no doing of its own. What it sleeps or waits for
    a worker or a site, counts in full. What it computes counts in full on a machine at rest, and less where
    several of its threads wait for a core at once. Where the kernel does not count (Linux does) this is the
    time on the wall.
    """

    def __init__(self) -> None:
        self._waited: dict[str, int] = {}  # nanoseconds, of each thread at the last look
        self._wall = time.monotonic()
        self._time = 0.0
        self._told = 0.0

    def __call__(self) -> float:
        # Looking takes a millisecond of its own, and fifty turns ask again and again.
        since = time.monotonic() - self._wall
        if since < _LOOK_EVERY:
            self._told = max(self._told, self._time + since)
        else:
            self._told = max(self._told, self._counted())
        return self._told

    def _counted(self) -> float:
        before, wall = self._waited, self._wall
        self._waited = _looked()
        self._wall = time.monotonic()
        # A number that comes again is another thread's, which has waited less.
        waited = sum(max(0, now - before.get(thread, 0)) for thread, now in self._waited.items()) / 1e9
        self._time += max(0.0, self._wall - wall - waited)
        return self._time


def _looked() -> dict[str, int]:
    waited = {}
    for thread in os.listdir(_THREADS):  # noqa: PTH208 - paths take five times as long, ten times a second
        with contextlib.suppress(OSError, IndexError):  # it may end meanwhile
            file = os.open(f"{_THREADS}/{thread}/schedstat", os.O_RDONLY)
            try:
                waited[thread] = int(os.read(file, 100).split()[1])
            finally:
                os.close(file)
    return waited


fair_time = FairClock()
