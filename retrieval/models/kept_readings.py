"""A reader that keeps what it read last: the same questions come back to the same passages."""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.models.computed_last import ComputedLast
from retrieval.models.reader import Reader
from retrieval.models.readings import Passage, Reading


class KeepingReader:
    """Another reader with a memory; several threads may use it."""

    def __init__(self, reader: Reader, most: int = 4096) -> None:
        """Keep up to `most` readings, of some hundreds of bytes for each piece of a passage."""
        self._reader = reader
        self._computed: ComputedLast[tuple[str, Passage], Reading] = ComputedLast(most)

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
        return self._computed.of(
            [(question, one) for one in passages],
            lambda new: self._reader.read(question, [one for _, one in new]),
        )
