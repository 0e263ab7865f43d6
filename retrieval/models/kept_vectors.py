"""An embedder that keeps the vectors of the texts it met last: the same questions come again and again."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from corpus.vector_space import Matrix, Model
from retrieval.models.embedding import Embedder


class KeepingEmbedder:
    """Another embedder with a memory; several threads may use it."""

    def __init__(self, embedder: Embedder, most: int = 8192) -> None:
        """Keep up to `most` vectors, with 384 dimensions 1.5 kB each."""
        self._embedder = embedder
        self._most = most
        self._kept: OrderedDict[str, npt.NDArray[np.float32]] = OrderedDict()
        self._lock = threading.Lock()

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
        with self._lock:
            known = {text: self._kept[text] for text in texts if text in self._kept}
        unknown = [text for text in dict.fromkeys(texts) if text not in known]
        computed = dict(zip(unknown, self._embedder.embed(unknown), strict=True)) if unknown else {}
        self._keep(known | computed)
        vectors = np.zeros((len(texts), self.identity.dimensions), dtype=np.float32)
        for place, text in enumerate(texts):
            vectors[place] = computed[text] if text in computed else known[text]
        return vectors

    def _keep(self, met: dict[str, npt.NDArray[np.float32]]) -> None:
        with self._lock:
            for text, vector in met.items():
                self._kept[text] = vector
                self._kept.move_to_end(text)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
