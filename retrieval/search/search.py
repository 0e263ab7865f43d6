"""Finding passages: dense and lexical candidates, fused and, where a reranker is set, read again."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
import numpy.typing as npt

from corpus.catalogue import articles, models, vectors
from corpus.catalogue.connection import Catalogue, Connection
from corpus.dates import day_of
from corpus.filters import Filters
from corpus.text import normalise
from corpus.vector_space import Model, comparable
from retrieval.errors import ModelChanged
from retrieval.index import lexical
from retrieval.index.lexical import Asked
from retrieval.models.embedding import Embedder
from retrieval.question.names.readings import Reading
from retrieval.question.names.understanding import understand
from retrieval.search.binding import holding_first
from retrieval.search.fusion import bonus, fused
from retrieval.search.reranking import Reranker
from retrieval.search.results import Hit

CANDIDATES = 50  # passages from each of the two ways
RERANKED = 20  # passages that a reranker reads


class VectorIndex(Protocol):
    """Finds the passages nearest to a question: exactly, or through Chroma."""

    def nearest(self, question: npt.NDArray[np.float32], k: int, filters: Filters) -> dict[int, float]:
        """Return `k` passages with their cosines for a unit vector, shape (dimensions,)."""
        ...


@dataclass(frozen=True, slots=True)
class Found:
    """The hits of a question, best first, with its unit vector, shape (dimensions,), and its words.

    `question` is as it was understood: with what was misspelt as the articles spell it, by the readings
    `spelt`. `readings` say what else its names can be, which is tried beside it.
    """

    question: str
    hits: Sequence[Hit]
    vector: npt.NDArray[np.float32]
    words: Asked
    spelt: Sequence[Reading] = ()
    readings: Sequence[Reading] = ()


@dataclass(frozen=True, slots=True)
class _Posed:
    """A wording of a question: its unit vector, shape (dimensions,), and its words."""

    vector: npt.NDArray[np.float32]
    words: Asked


class Search:
    """The search over one catalogue."""

    def __init__(
        self,
        catalogue: Catalogue,
        embedder: Embedder,
        index: VectorIndex,
        now: Callable[[], datetime.datetime],
        reranker: Reranker | None = None,
    ) -> None:
        """Take the parts; `now` tells the time at which questions are asked."""
        self._catalogue = catalogue
        self._embedder = embedder
        self._index = index
        self._now = now
        self._reranker = reranker

    def load(self) -> None:
        """Load the model now, so that later searches take only their own time.

        Raises:
            ModelUnavailable: it cannot be loaded.
        """
        self._embedder.load()

    def find(self, question: str, k: int, filters: Filters) -> Found:
        """Return the `k` best passages for `question` among those that `filters` allow.

        Of passages that fit about as well, the newer come first: as of the day that `filters` name, or today.

        Raises:
            ModelChanged: the catalogue was embedded by another model.
            ModelUnavailable: a model cannot be loaded.
            IndexUnavailable: Chroma does not answer.
        """
        with self._catalogue.reading() as connection:
            understood = understand(connection, normalise(question), filters)
            asked = understood.asked
            matrix = self._embedder.embed(list(asked))
            posed = [_Posed(vector, words) for vector, words in zip(matrix, asked.values(), strict=True)]
            active = models.active(connection)
            if active is not None:
                require_comparable(active[1], self._embedder.identity)
            hits = self._hits(connection, active[0], posed, k, filters) if active else []
        best = holding_first(understood.question, hits)[: max(k, RERANKED)]
        if self._reranker is not None:
            best = self._reranker.reranked(understood.question, best)
        ranks = [replace(hit, rank=rank) for rank, hit in enumerate(best[:k], start=1)]
        first = posed[0]
        return Found(
            understood.question, ranks, first.vector, first.words, understood.spelt, understood.readings
        )

    def cosines(self, found: Found, texts: Sequence[str]) -> list[float]:
        """Return the cosine of each text with a question that was searched for.

        Raises:
            ModelUnavailable: the model cannot be loaded.
        """
        return [float(cosine) for cosine in self._embedder.embed(texts) @ found.vector]

    def _hits(
        self, connection: Connection, model_id: int, posed: Sequence[_Posed], k: int, filters: Filters
    ) -> list[Hit]:
        """Return the passages found by any wording of a question, each with the best score it has by one."""
        by_passage: dict[int, Hit] = {}
        for one in posed:
            for hit in self._candidates(connection, model_id, one, k, filters):
                known = by_passage.get(hit.passage_id)
                if known is None or hit.score > known.score:
                    by_passage[hit.passage_id] = hit
        return sorted(by_passage.values(), key=lambda hit: (-hit.score, hit.passage_id))

    def _candidates(
        self, connection: Connection, model_id: int, posed: _Posed, k: int, filters: Filters
    ) -> list[Hit]:
        by_words = lexical.scored(connection, posed.words, filters, CANDIDATES)
        by_vector = self._index.nearest(posed.vector, max(CANDIDATES, k), filters)
        missing = _cosines(connection, model_id, sorted(by_words.keys() - by_vector), posed.vector)
        located = articles.located(connection, [*by_vector, *missing])
        dense = {passage: cosine for passage, cosine in (by_vector | missing).items() if passage in located}
        foreign = {one for one in dense if posed.words.foreign_to(located[one][0].draft.language)}
        day = filters.day(day_of(self._now()))
        recent = {one: bonus(located[one][0].draft.published, day) for one in dense}
        ranked = fused(dense, by_words, foreign, recent)
        return [Hit(0, one.passage_id, *located[one.passage_id], one.score, one.parts) for one in ranked]


def require_comparable(stored: Model, chosen: Model) -> None:
    """Refuse to compare vectors that do not compare.

    Raises:
        ModelChanged: they are of other weights.
    """
    if not comparable(stored, chosen):
        raise ModelChanged(
            f"The articles were embedded by {stored.name} ({stored.revision}) and the model now set is "
            f"{chosen.name} ({chosen.revision}): run `newsdesk reindex`, or set EMBEDDING_MODEL back. "
            "A bot that runs must be started again."
        )


def _cosines(
    connection: Connection, model_id: int, passages: Sequence[int], vector: npt.NDArray[np.float32]
) -> dict[int, float]:
    ids, matrix = vectors.read(connection, model_id, passages)
    return dict(zip(ids, (matrix @ vector).tolist(), strict=True)) if ids else {}
