"""Comparing a question with every vector of the catalogue: exact, and the yardstick for Chroma's recall."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from corpus.catalogue import journal, models, vectors
from corpus.filters import Filters
from corpus.vector_space import Matrix
from retrieval.index.near import NearByNearest

if TYPE_CHECKING:
    from corpus.catalogue.connection import Catalogue


@dataclass(frozen=True, slots=True)
class _Held:
    """All vectors as of a change of the catalogue, live or not, shape (len(ids), dimensions)."""

    change: int
    model_id: int
    ids: npt.NDArray[np.int64]
    matrix: Matrix


class ExactIndex(NearByNearest):
    """The catalogue's vectors in memory, read again when the catalogue has changed."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._held: _Held | None = None

    def nearest(self, question: npt.NDArray[np.float32], k: int, filters: Filters) -> dict[int, float]:
        """Return the `k` passages nearest to a unit vector, shape (dimensions,), with cosines."""
        with self._catalogue.reading() as connection:
            active = models.active(connection)
            if active is None:
                return {}
            change = journal.latest(connection)
            held = self._held
            if held is None or (held.change, held.model_id) != (change, active[0]):
                held = self._held = _Held(change, active[0], *vectors.read_all(connection, active[0]))
            allowed = np.isin(held.ids, vectors.live_ids(connection, filters), assume_unique=True)
        if allowed.all():  # as a rule: a copy of them takes as much memory again
            return _best(held.ids, held.matrix @ question, k) if len(held.ids) else {}
        return _best(held.ids[allowed], held.matrix[allowed] @ question, k) if allowed.any() else {}


def _best(ids: npt.NDArray[np.int64], cosines: Matrix, k: int) -> dict[int, float]:
    order = np.argsort(-cosines, kind="stable")[:k]
    return {int(ids[place]): float(cosines[place]) for place in order}
