"""How often people may ask: so many questions a minute for each person and for each server."""

import math
import time
from collections import deque
from collections.abc import Callable

_MINUTE = 60.0
# People who asked in the last minute; beyond this many the oldest are looked through for those to forget.
_FORGET_FROM = 1000


class Limits:
    """A sliding minute for each key, in memory: a restart forgives."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._asked: dict[str, deque[float]] = {}

    def wait(self, allowances: dict[str, int]) -> int:
        """Count one question for every key, if each allows it.

        Args:
            allowances: how many questions a minute each key has.

        Returns:
            0, or the whole seconds after which all of them would allow it; nothing is counted then.
        """
        now = self._clock()
        self._forget(now)
        seconds = max((self._full_for(key, most, now) for key, most in allowances.items()), default=0.0)
        if seconds > 0:
            return math.ceil(seconds)
        for key in allowances:
            self._asked.setdefault(key, deque()).append(now)
        return 0

    def _full_for(self, key: str, most: int, now: float) -> float:
        asked = self._asked.get(key, deque())
        while asked and asked[0] <= now - _MINUTE:
            asked.popleft()
        return asked[len(asked) - most] + _MINUTE - now if len(asked) >= most else 0.0

    def _forget(self, now: float) -> None:
        if len(self._asked) >= _FORGET_FROM:
            recent = (item for item in self._asked.items() if item[1] and item[1][-1] > now - _MINUTE)
            self._asked = dict(recent)
