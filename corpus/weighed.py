"""A memory of what was met last, bounded by what it weighs: a text may be of any length."""

import threading
from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")


class Weighed(Generic[_Key, _Value]):
    """Keeps values up to a weight, those longest without use go first; several threads may use it."""

    def __init__(self, most: int) -> None:
        """Keep values of up to `most` together, in whichever unit `keep` is told."""
        self._most = most
        self._weight = 0
        self._kept: OrderedDict[_Key, tuple[_Value, int]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: _Key) -> _Value | None:
        """Return the value kept under a key; None where none is."""
        with self._lock:
            if key not in self._kept:
                return None
            self._kept.move_to_end(key)
            return self._kept[key][0]

    def keep(self, key: _Key, value: _Value, weight: int) -> None:
        """Keep a value in place of any of that key; one that weighs more than all may is not kept."""
        with self._lock:
            self._weight -= self._kept.pop(key, (None, 0))[1]
            if weight > self._most:
                return
            self._kept[key] = value, weight
            self._weight += weight
            while self._weight > self._most:
                self._weight -= self._kept.popitem(last=False)[1][1]
