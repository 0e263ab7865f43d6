"""What the models computed last, kept: the same questions come again and again to the same passages."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Generic, TypeVar

import numpy as np
import numpy.typing as npt

from corpus.vector_space import Matrix, Model
from retrieval.models.embedding import Embedder
from retrieval.models.reader import Reader
from retrieval.models.readings import Passage, Reading

_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")


class ComputedLast(Generic[_Key, _Value]):
    """A memory of what was met last; several threads may use it."""

    def __init__(self, most: int) -> None:
        """Keep up to `most` values."""
        self._most = most
        self._kept: OrderedDict[_Key, _Value] = OrderedDict()
        self._lock = threading.Lock()

    def of(self, keys: Sequence[_Key], compute: Callable[[Sequence[_Key]], Iterable[_Value]]) -> list[_Value]:
        """Return the value of each key.

        Args:
            keys: what the values are of; one can be there several times.
            compute: gives the values of those that are not kept, each once and in their order.
        """
        with self._lock:
            known = {one: self._kept[one] for one in keys if one in self._kept}
        # Without the lock: who computes for long keeps nobody waiting.
        new = [one for one in dict.fromkeys(keys) if one not in known]
        known |= zip(new, compute(new) if new else (), strict=True)
        self._keep({one: known[one] for one in keys})
        return [known[one] for one in keys]

    def _keep(self, met: dict[_Key, _Value]) -> None:
        with self._lock:
            for key, value in met.items():
                self._kept[key] = value
                self._kept.move_to_end(key)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)


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
