"""A text as a model reads it: its words, or parts of words, each as a vector in the light of the others."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from corpus.vector_space import Matrix

_WORD = re.compile(r"\w+")

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class ReadText:
    """The pieces of a text in its order.

    Attributes:
        starts: the first character of each piece, shape (pieces,).
        ends: the character after its last, shape (pieces,).
        vectors: the piece in its context, shape (pieces, dimensions). The mean of those of a stretch stands
            for that stretch (Günther et al. 2024, "Late Chunking"); lengths are the model's own.
    """

    starts: npt.NDArray[np.int64]
    ends: npt.NDArray[np.int64]
    vectors: Matrix

    @property
    def units(self) -> Matrix:
        """The vectors brought to length one."""
        lengths = np.linalg.norm(self.vectors, axis=1, keepdims=True)
        return np.asarray(self.vectors / np.maximum(lengths, np.finfo(np.float32).tiny), dtype=np.float32)

    def within(self, start: int, end: int) -> Mask:
        """Tell of each piece whether it stands between two characters, shape (pieces,)."""
        return np.asarray((self.starts >= start) & (self.ends <= end), dtype=np.bool_)


def read_text(offsets: npt.NDArray[np.int64], vectors: Matrix) -> ReadText:
    """Return a text with the pieces that stand for characters of it.

    Args:
        offsets: first character and the one after the last of each piece, shape (pieces, 2); a piece that
            the model has added covers none.
        vectors: of each piece, shape (pieces, dimensions).
    """
    written = offsets[:, 1] > offsets[:, 0]
    kept = offsets[written]
    return ReadText(kept[:, 0], kept[:, 1], vectors[written])


def word_by_word(text: str, embed: Callable[[Sequence[str]], Matrix]) -> ReadText:
    """Return a text with its words as `embed` gives them, each alone: without their context."""
    spans = [match.span() for match in _WORD.finditer(text)]
    vectors = embed([text[start:end] for start, end in spans])
    return read_text(np.array(spans, dtype=np.int64).reshape(-1, 2), vectors)
