"""A reader that keeps what it read last: the same questions come back to the same passages."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence

from retrieval.models.reader import Reader
from retrieval.models.readings import Passage, Reading

_Key = tuple[str, Passage]


class KeepingReader:
    """Another reader with a memory; several threads may use it."""

    def __init__(self, reader: Reader, most: int = 4096) -> None:
        """Keep up to `most` readings, of some hundreds of bytes for each piece of a passage."""
        self._reader = reader
        self._most = most
        self._kept: OrderedDict[_Key, Reading] = OrderedDict()
        self._lock = threading.Lock()

    def load(self) -> None:
        """Load the model now.

        Raises:
            ModelUnavailable: it cannot be loaded.
        """
        self._reader.load()

    def read(self, question: str, passages: Sequence[Passage]) -> list[Reading]:
        """Return what each of the passages says to the question.

        Raises:
            ModelUnavailable: the model cannot be loaded.
        """
        with self._lock:
            known = {one: self._kept[question, one] for one in passages if (question, one) in self._kept}
        new = [one for one in dict.fromkeys(passages) if one not in known]
        known |= zip(new, self._reader.read(question, new) if new else (), strict=True)
        with self._lock:
            for one in passages:
                self._kept[question, one] = known[one]
                self._kept.move_to_end((question, one))
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return [known[one] for one in passages]
