"""A model that remembers its vectors: many tests add the same articles and ask the same questions."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from corpus.vector_space import Matrix, Model
from retrieval.models.embedding import Embedder


class Remembering:
    """An embedder that computes each text once; a text's vector does not depend on what else is asked for."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._vectors: dict[str, Matrix] = {}

    @property
    def identity(self) -> Model:
        return self._embedder.identity

    def load(self) -> None:
        self._embedder.load()

    def embed(self, texts: Sequence[str]) -> Matrix:
        new = [text for text in dict.fromkeys(texts) if text not in self._vectors]
        self._vectors.update(zip(new, self._embedder.embed(new), strict=True))
        vectors = [self._vectors[text] for text in texts]
        # A new matrix each time: nobody's changes reach anybody else.
        return np.array(vectors, dtype=np.float32).reshape(len(texts), self.identity.dimensions)
