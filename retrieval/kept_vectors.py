"""An embedder that keeps the vectors of the texts it met last: the same questions come again and again."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from corpus.vector_space import Matrix, Model
from retrieval.embedding import Embedder
from retrieval.read_text import ReadText


class KeepingEmbedder:
    """Another embedder with a memory; several threads may use it."""

    def __init__(self, embedder: Embedder, most: int = 8192) -> None:
        """Keep up to `most` vectors of texts, with 384 dimensions 1.5 kB each, and as many of their words."""
        self._embedder = embedder
        self._most = most
        self._kept: OrderedDict[str, npt.NDArray[np.float32]] = OrderedDict()
        self._read: OrderedDict[str, ReadText] = OrderedDict()
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

    def read(self, texts: Sequence[str]) -> list[ReadText]:
        """Return `texts` with a vector for each of their words, or parts of words.

        Raises:
            ModelUnavailable: the model cannot be loaded.
        """
        with self._lock:
            known = {text: self._read[text] for text in texts if text in self._read}
        unknown = [text for text in dict.fromkeys(texts) if text not in known]
        known |= dict(zip(unknown, self._embedder.read(unknown), strict=True)) if unknown else {}
        self._keep_read(known)
        return [known[text] for text in texts]

    def _keep_read(self, met: dict[str, ReadText]) -> None:
        """Keep texts that were read: together with no more vectors than those of whole texts."""
        with self._lock:
            for text, read in met.items():
                self._read[text] = read
                self._read.move_to_end(text)
            held = sum(len(read.vectors) for read in self._read.values())
            while held > self._most:
                held -= len(self._read.popitem(last=False)[1].vectors)

    def _keep(self, met: dict[str, npt.NDArray[np.float32]]) -> None:
        with self._lock:
            for text, vector in met.items():
                self._kept[text] = vector
                self._kept.move_to_end(text)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
