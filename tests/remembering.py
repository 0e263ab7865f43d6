"""A model that remembers its vectors: many tests add the same articles and ask the same questions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

import numpy as np

from corpus.vector_space import Matrix, Model
from retrieval.embedding import Embedder
from retrieval.read_text import ReadText

_Made = TypeVar("_Made")


class Remembering:
    """An embedder that computes each text once; a text's vector does not depend on what else is asked for."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._vectors: dict[str, Matrix] = {}
        self._read: dict[str, ReadText] = {}

    @property
    def identity(self) -> Model:
        return self._embedder.identity

    def load(self) -> None:
        self._embedder.load()

    def embed(self, texts: Sequence[str]) -> Matrix:
        vectors = _each(texts, self._vectors, lambda new: list(self._embedder.embed(new)))
        # A new matrix each time: nobody's changes reach anybody else.
        return np.array(vectors, dtype=np.float32).reshape(len(texts), self.identity.dimensions)

    def read(self, texts: Sequence[str]) -> list[ReadText]:
        # The same: each is a record of its own, as the model would give it.
        return [replace(one) for one in _each(texts, self._read, self._embedder.read)]


def _each(
    texts: Sequence[str], known: dict[str, _Made], make: Callable[[Sequence[str]], list[_Made]]
) -> list[_Made]:
    new = [text for text in dict.fromkeys(texts) if text not in known]
    known.update(zip(new, make(new), strict=True))
    return [known[text] for text in texts]
