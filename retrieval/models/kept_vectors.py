"""An embedder that keeps the vectors of the texts it met last: the same questions come again and again."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from corpus.vector_space import Matrix, Model
from retrieval.models.computed_last import ComputedLast
from retrieval.models.embedding import Embedder


class KeepingEmbedder:
    """Another embedder with a memory; several threads may use it."""

    def __init__(self, embedder: Embedder, most: int = 8192) -> None:
        """Keep up to `most` vectors, with 384 dimensions 1.5 kB each."""
        self._embedder = embedder
        self._computed: ComputedLast[str, npt.NDArray[np.float32]] = ComputedLast(most)

    @property
    def identity(self) -> Model:
        """The model's name, revision and dimensions."""
        return self._embedder.identity

    def load(self) -> None:
        """Load the model now.

        Raises:
            ModelUnavailable: it cannot be loaded.
        """
        self._embedder.load()

    def embed(self, texts: Sequence[str]) -> Matrix:
        """Return unit vectors of `texts`, shape (len(texts), dimensions).

        Raises:
            ModelUnavailable: the model cannot be loaded.
        """
        kept = self._computed.of(texts, self._embedder.embed)
        vectors = np.zeros((len(texts), self.identity.dimensions), dtype=np.float32)
        for place, vector in enumerate(kept):
            vectors[place] = vector
        return vectors
