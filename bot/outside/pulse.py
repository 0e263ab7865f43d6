"""The pulse of the event loop: a beat a second, so that others see when it is stuck."""

import asyncio
import time
from collections.abc import Callable

_SECONDS = 1.0


class Pulse:
    """Beats on the loop and can be felt from any thread."""

    def __init__(self, late: Callable[[float], object], clock: Callable[[], float] = time.monotonic) -> None:
        """Take what is told by how many seconds each beat was late."""
        self._late = late
        self._clock = clock
        self._made = clock()
        self._last: float | None = None

    async def beat(self, seconds: float = _SECONDS) -> None:
        """Beat every so many seconds until it is cancelled."""
        while True:
            before = self._last = self._clock()
            await asyncio.sleep(seconds)
            self._late(max(0.0, self._clock() - before - seconds))

    @property
    def has_begun(self) -> bool:
        """Whether it has beaten yet: before, the bot is starting."""
        return self._last is not None

    @property
    def age(self) -> float:
        """How many seconds ago it beat last, or was made where it never did."""
        return self._clock() - (self._made if self._last is None else self._last)
