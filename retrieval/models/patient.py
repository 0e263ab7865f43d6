"""Models for long work: they take one core, and give way to questions before every text."""

from collections.abc import Sequence

import numpy as np

from corpus.vector_space import Matrix, Model
from retrieval.models.embedding import Embedder
from retrieval.models.precedence import Precedence
from retrieval.models.reader import Reader
from retrieval.models.readings import Passage, Reading


class PatientEmbedder:
    """Another embedder for long work: text by text, so that a question waits for one at most."""

    def __init__(self, embedder: Embedder, precedence: Precedence) -> None:
        self._embedder = embedder
        self._precedence = precedence

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
        vectors = np.zeros((len(texts), self.identity.dimensions), dtype=np.float32)
        for place, text in enumerate(texts):
            self._precedence.give_way()
            vectors[place] = self._embedder.embed([text])[0]
        return vectors


class PatientReader:
    """Another reader for long work: passage by passage, as `PatientEmbedder`."""

    def __init__(self, reader: Reader, precedence: Precedence) -> None:
        self._reader = reader
        self._precedence = precedence

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
        read: list[Reading] = []
        for passage in passages:
            self._precedence.give_way()
            read += self._reader.read(question, [passage])
        return read
