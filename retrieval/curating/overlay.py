"""The real vector index as it would be after a change that is only tried out."""

from collections.abc import Collection

import numpy as np
import numpy.typing as npt

from corpus.catalogue import models, vectors
from corpus.catalogue.connection import Catalogue
from corpus.filters import Filters
from retrieval.index.near import NearByNearest
from retrieval.search.search import VectorIndex


class Beneath(NearByNearest):
    """A real vector index that is asked each question once, for more passages than are wanted."""

    def __init__(self, index: VectorIndex, more: int) -> None:
        """Take the index and how many passages `further` may need beyond what `nearest` returns."""
        self._index = index
        self._more = more
        self._known: dict[tuple[bytes, int, Filters], dict[int, float]] = {}

    def nearest(self, question: npt.NDArray[np.float32], k: int, filters: Filters) -> dict[int, float]:
        """Return the `k` passages nearest to a unit vector, shape (dimensions,), with cosines.

        Raises:
            IndexUnavailable: Chroma does not answer.
        """
        return _best(self.further(question, k, filters), k)

    def further(self, question: npt.NDArray[np.float32], k: int, filters: Filters) -> dict[int, float]:
        """Return the `k` nearest passages and some more.

        Raises:
            IndexUnavailable: Chroma does not answer.
        """
        asked = (question.tobytes(), k, filters)
        if asked not in self._known:
            self._known[asked] = self._index.nearest(question, k + self._more, filters)
        return self._known[asked]


class Overlay(NearByNearest):
    """A vector index without the passages that a change takes away and with those it brings.

    Of the real index, which may hold a hundred thousand vectors, only the nearest are taken; a question
    that was asked of `beneath` before the trial costs it nothing more.
    """

    def __init__(self, index: VectorIndex, gone: Collection[int]) -> None:
        """Take the real index and the passages that go."""
        self.beneath = Beneath(index, len(gone))
        self._gone = gone
        self._laid: tuple[Catalogue, int | None] | None = None

    def lay(self, trial: Catalogue, came: int | None) -> None:
        """Lay the version that came in a trial over the index."""
        self._laid = (trial, came)

    def nearest(self, question: npt.NDArray[np.float32], k: int, filters: Filters) -> dict[int, float]:
        """Return the `k` passages nearest to a unit vector, shape (dimensions,), with cosines.

        Raises:
            IndexUnavailable: Chroma does not answer.
        """
        held = self.beneath.further(question, k, filters)
        kept = {passage: cosine for passage, cosine in held.items() if passage not in self._gone}
        return _best(kept | self._brought(question, filters), k)

    def _brought(self, question: npt.NDArray[np.float32], filters: Filters) -> dict[int, float]:
        trial, came = self._laid or (None, None)
        if trial is None or came is None:
            return {}
        with trial.reading() as connection:
            active = models.active(connection)
            if active is None:
                return {}
            ids, matrix = vectors.of_version(connection, active[0], came, filters)
        return dict(zip(ids, (matrix @ question).tolist(), strict=True)) if ids else {}


def _best(cosines: dict[int, float], k: int) -> dict[int, float]:
    return dict(sorted(cosines.items(), key=lambda one: -one[1])[:k])
