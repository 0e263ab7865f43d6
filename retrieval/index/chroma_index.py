"""The live passages of a catalogue in a Chroma collection."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from itertools import count
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from corpus.catalogue import articles, facts, models, since, vectors
from corpus.catalogue.connection import Catalogue, Connection
from corpus.catalogue.since import State
from corpus.filters import Filters
from corpus.vector_space import Model
from retrieval.index.chroma_collection import ChromaCollection, delete, held, look_far_enough, put
from retrieval.index.chroma_difference import Known, batches, difference
from retrieval.index.chroma_fields import where
from retrieval.index.near import Near

if TYPE_CHECKING:
    from collections.abc import Callable

    from chromadb.api import ClientAPI
    from chromadb.api.types import Where

_MOST = 5000  # passages that are looked up at once to see whether they are allowed
_OUT_OF_STEP = -1
_MORE = 4  # times as many, where some of the nearest are not to be used


class ChromaIndex:
    """The live passages of a catalogue in a Chroma collection."""

    def __init__(
        self,
        catalogue: Catalogue,
        connect: Callable[[], ClientAPI],
        written: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        """Take the catalogue to follow and a way to connect; see `embedded` and `served`.

        All writing of Chroma is done within `written`.
        """
        self._catalogue = catalogue
        self._written = written
        client = connect()
        self._synchronised_to = _OUT_OF_STEP
        self._known: Known | None = None
        with catalogue.reading() as connection:
            self._collection = ChromaCollection(client, f"passages-{facts.identity(connection)}")

    def nearest(self, question: npt.NDArray[np.float32], k: int, filters: Filters) -> dict[int, float]:
        """Return at most the `k` passages nearest to a unit vector, shape (dimensions,), with cosines.

        None are near while Chroma holds nothing of the model in use: a server may have come back without it.

        Raises:
            IndexUnavailable: Chroma does not answer.
        """
        with self._catalogue.reading() as connection:
            active = models.active(connection)
            if active is None:
                return {}
            for tried in count():
                found = self.near(active[1], question, k, filters, tried)
                # Chroma says which are near, the catalogue whether they may be used and how near they are.
                ids, matrix = vectors.read_allowed(connection, active[0], found.passages, filters)
                if found.complete or len(ids) >= k:
                    break
        near = dict(zip(ids, (matrix @ question).tolist(), strict=True)) if ids else {}
        return dict(sorted(near.items(), key=lambda one: one[1], reverse=True)[:k])

    def near(
        self, model: Model, question: npt.NDArray[np.float32], k: int, filters: Filters, tried: int = 0
    ) -> Near:
        """Return passages among which the `k` nearest to a unit vector are, as far as Chroma knows.

        Args:
            model: the model in use.
            question: shape (dimensions,).
            k: how many are wanted.
            filters: what may be used; what may not can be among the passages.
            tried: how often that was too little, so that more is asked for.

        Raises:
            IndexUnavailable: Chroma does not answer.
        """
        wanted, condition = _tries(k, filters)[tried]
        found = self._found(model, question, wanted, condition)
        return Near(found, complete=condition is not None or len(found) < wanted)

    def _found(
        self, model: Model, question: npt.NDArray[np.float32], wanted: int, condition: Where | None
    ) -> list[int]:
        """Return the nearest passages as Chroma knows them, none where it holds nothing of the model."""
        found: list[int] | None = None
        try:
            found = self._collection.nearest(model, question, wanted, condition)
        finally:
            if found is None:
                self._synchronised_to = _OUT_OF_STEP  # it may come back as another
        return found or []

    def synchronise(self) -> tuple[int, int]:
        """Make Chroma hold exactly the catalogue's live passages; return how many came and went.

        Of a collection that this process has brought up to date before, what the journal names is looked at.

        Raises:
            IndexUnavailable: Chroma does not answer.
        """
        with self._catalogue.reading() as connection, self._written():
            state, active = since.state(connection), models.active(connection)
            came, went = self._take_over(connection, state, *active) if active else (0, 0)
        self._synchronised_to = state[0]
        return came, went

    def _take_over(
        self, connection: Connection, state: State, model_id: int, model: Model
    ) -> tuple[int, int]:
        collection = self._collection.of(model)
        known = None if self._synchronised_to == _OUT_OF_STEP else self._known
        # Before anything is asked of it: that would load the vectors.
        look_far_enough(collection, known.held if known else vectors.count(connection))
        found = difference(connection, model_id, held(collection), known)
        for batch in batches(found.went):
            delete(collection, batch)
        for batch in batches(found.came):
            located = articles.located(connection, batch)
            ids, matrix = vectors.read(connection, model_id, batch)
            put(collection, [(passage, located[passage][0]) for passage in ids], matrix)
        # Chroma finds some damage, and writes what it put off, only when it is searched.
        self.nearest(np.full(model.dimensions, 1.0, dtype=np.float32), 1, Filters())
        self._known = Known(state, model_id, found.held)
        return len(found.came), len(found.went)

    def is_in_step(self, change: int) -> bool:
        """Tell whether this process has synchronised since the change of that number was made.

        Once Chroma did not answer, it is in step again only after the next synchronisation.
        """
        return self._synchronised_to >= change

    @property
    def synchronised_to(self) -> int:
        """The newest change that was there when this process synchronised last; -1 before it did."""
        return self._synchronised_to

    def close(self) -> None:
        """Let go of the store, so that this process can open it anew."""
        self._collection.close()


def _tries(k: int, filters: Filters) -> list[tuple[int, Where | None]]:
    """Return how many of the nearest to ask for and of which: of all, as long as enough of them are allowed.

    For a condition Chroma first lists every passage that fulfils it, which takes a second at 100,000.
    """
    of_all = [k] if filters == Filters(guild=filters.guild) else []
    of_all += [k * _MORE] if k * _MORE <= _MOST else []
    return [*((wanted, None) for wanted in of_all), (k, where(filters))]
