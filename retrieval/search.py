"""Finding passages: dense and lexical candidates, fused and, where a reranker is set, read again."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection

from corpus.catalogue import articles, models, vectors
from corpus.catalogue.connection import Catalogue
from corpus.dates import day_of
from corpus.filters import Filters
from corpus.text import normalise
from corpus.vector_space import Model, comparable
from retrieval import lexical
from retrieval.embedding import Embedder
from retrieval.errors import ModelChanged
from retrieval.fusion import fused
from retrieval.lexical import Asked
from retrieval.recency import bonus
from retrieval.reranking import Reranker
from retrieval.results import Hit

CANDIDATES = 50  # passages from each of the two ways
RERANKED = 20  # passages that a reranker reads


def today() -> datetime.date:
    """Return the day it is for whoever asks: that of the zone this runs in."""
    return day_of(datetime.datetime.now(datetime.UTC))


class VectorIndex(Protocol):
    """Finds the passages nearest to a question: exactly, or through Chroma."""

    def nearest(self, question: npt.NDArray[np.float32], k: int, filters: Filters) -> dict[int, float]:
        """Return `k` passages with their cosines for a unit vector, shape (dimensions,)."""
        ...


@dataclass(frozen=True, slots=True)
class Found:
    """The hits of a question, best first, with its unit vector, shape (dimensions,), and its words."""

    question: str
    hits: Sequence[Hit]
    vector: npt.NDArray[np.float32]
    words: Asked


class Search:
    """The search over one catalogue."""

    def __init__(
        self,
        catalogue: Catalogue,
        embedder: Embedder,
        index: VectorIndex,
        reranker: Reranker | None = None,
        today: Callable[[], datetime.date] = today,
    ) -> None:
        """Take the parts; `today` tells the day on which questions are asked."""
        self._catalogue = catalogue
        self._embedder = embedder
        self._index = index
        self._reranker = reranker
        self._today = today

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
        question = normalise(question)
        vector = self._embedder.embed([question])[0]
        with self._catalogue.reading() as connection:
            words = lexical.asked(connection, question)
            active = models.active(connection)
            if active is None:
                return Found(question, [], vector, words)
            require_comparable(active[1], self._embedder.identity)
            by_words = lexical.scored(connection, words, filters, CANDIDATES)
            by_vector = self._index.nearest(vector, max(CANDIDATES, k), filters)
            missing = _cosines(connection, active[0], sorted(by_words.keys() - by_vector), vector)
            located = articles.located(connection, [*by_vector, *missing])
        dense = {passage: cosine for passage, cosine in (by_vector | missing).items() if passage in located}
        foreign = {one for one in dense if words.foreign_to(located[one][0].draft.language)}
        day = filters.day(self._today())
        recent = {one: bonus(located[one][0].draft.published, day) for one in dense}
        ranked = fused(dense, by_words, foreign, recent)[: max(k, RERANKED)]
        hits = [Hit(0, one.passage_id, *located[one.passage_id], one.score, one.parts) for one in ranked]
        if self._reranker is not None:
            hits = self._reranker.reranked(question, hits)
        ranks = [replace(hit, rank=rank) for rank, hit in enumerate(hits[:k], start=1)]
        return Found(question, ranks, vector, words)


def require_comparable(stored: Model, chosen: Model) -> None:
    """Refuse to compare vectors that do not compare.

    Raises:
        ModelChanged: they are of other weights.
    """
    if not comparable(stored, chosen):
        raise ModelChanged(
            f"The articles were embedded by {stored.name} ({stored.revision}) and the model now set is "
            f"{chosen.name} ({chosen.revision}): run `newsdesk reindex`, or set EMBEDDING_MODEL back."
        )


def _cosines(
    connection: Connection, model_id: int, passages: Sequence[int], vector: npt.NDArray[np.float32]
) -> dict[int, float]:
    ids, matrix = vectors.read(connection, model_id, passages)
    return dict(zip(ids, (matrix @ vector).tolist(), strict=True)) if ids else {}
