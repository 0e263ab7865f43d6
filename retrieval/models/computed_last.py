"""What was computed last, kept so that it need not be computed again."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Generic, TypeVar

_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")


class ComputedLast(Generic[_Key, _Value]):
    """A memory of what was met last; several threads may use it."""

    def __init__(self, most: int) -> None:
        """Keep up to `most` values."""
        self._most = most
        self._kept: OrderedDict[_Key, _Value] = OrderedDict()
        self._lock = threading.Lock()

    def of(self, keys: Sequence[_Key], compute: Callable[[Sequence[_Key]], Iterable[_Value]]) -> list[_Value]:
        """Return the value of each key.

        Args:
            keys: what the values are of; one can be there several times.
            compute: gives the values of those that are not kept, each once and in their order.
        """
        with self._lock:
            known = {one: self._kept[one] for one in keys if one in self._kept}
        # Without the lock: who computes for long keeps nobody waiting.
        new = [one for one in dict.fromkeys(keys) if one not in known]
        known |= zip(new, compute(new) if new else (), strict=True)
        self._keep({one: known[one] for one in keys})
        return [known[one] for one in keys]

    def _keep(self, met: dict[_Key, _Value]) -> None:
        with self._lock:
            for key, value in met.items():
                self._kept[key] = value
                self._kept.move_to_end(key)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
