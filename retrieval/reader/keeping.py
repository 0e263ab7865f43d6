"""A reader that keeps what it read last: the same questions come back to the same passages."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence

from corpus.article import Span
from retrieval.reader.network import Reader
from retrieval.reader.reading import Reading

_Key = tuple[str, str, str, tuple[Span, ...]]


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

    def read(self, question: str, heading: str, passage: str, pieces: Sequence[Span]) -> Reading:
        """Return what each of the `pieces`, spans of `passage`, says to the question.

        Raises:
            ModelUnavailable: the model cannot be loaded.
        """
        key = question, heading, passage, tuple(pieces)
        with self._lock:
            known = self._kept.get(key)
        reading = known or self._reader.read(question, heading, passage, pieces)
        with self._lock:
            self._kept[key] = reading
            self._kept.move_to_end(key)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return reading
