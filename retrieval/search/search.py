"""Finding passages: dense and lexical candidates, fused and, where a reranker is set, read again."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

import numpy as np
import numpy.typing as npt

from corpus.catalogue import models
from corpus.catalogue.connection import Catalogue, Connection
from corpus.dates import day_of
from corpus.filters import Filters
from corpus.text import normalise
from corpus.vector_space import Model, comparable
from retrieval.errors import ModelChanged
from retrieval.index import lexical
from retrieval.index.lexical import Asked
from retrieval.index.near import Near
from retrieval.models.embedding import Embedder
from retrieval.models.meanwhile import Meanwhile, at_its_end
from retrieval.question.names.readings import Reading
from retrieval.question.names.understanding import Understood, understand
from retrieval.search.binding import holding_first, is_bound
from retrieval.search.candidates import Posed, candidates, read, together
from retrieval.search.reranking import Reranker
from retrieval.search.results import Hit

CANDIDATES = 50  # passages from each of the two ways
RERANKED = 20  # passages that a reranker reads


class VectorIndex(Protocol):
    """Finds the passages nearest to a question: exactly, or through Chroma."""

    def nearest(self, question: npt.NDArray[np.float32], k: int, filters: Filters) -> dict[int, float]:
        """Return `k` passages with their cosines for a unit vector, shape (dimensions,)."""
        ...

    def near(
        self, model: Model, question: npt.NDArray[np.float32], k: int, filters: Filters, tried: int = 0, /
    ) -> Near:
        """Return passages among which these are, without asking the catalogue if it can; more if `tried`."""
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
class _OfOne:
    """A vector index as one question asks it."""

    index: VectorIndex
    active: tuple[int, Model] | None
    k: int
    filters: Filters

    def near(self, vector: npt.NDArray[np.float32], tried: int = 0) -> Near:
        """Return passages near to a vector; none before the first article, when no model is in use."""
        if self.active is None:
            return Near(())
        return self.index.near(self.active[1], vector, self.k, self.filters, tried)


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
        # Words are looked up while the thread embeds and asks the index; a trial is for one thread alone.
        self._begin = at_its_end if catalogue.for_one_thread else Meanwhile().begin

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
            active = models.active(connection)
            if active is not None:
                require_comparable(active[1], self._embedder.identity)
            nearest, day = max(CANDIDATES, k), filters.day(day_of(self._now()))
            understood, posed = self._posed(connection, active, normalise(question), nearest, filters)
            found = (
                together([candidates(connection, active[0], one, nearest, filters, day) for one in posed])
                if active
                else []
            )
            wanted = k if self._reranker is None else max(k, RERANKED)
            hits = read(connection, found if is_bound(understood.question) else found[:wanted])
        best = holding_first(understood.question, hits)[:wanted]
        if self._reranker is not None:
            best = self._reranker.reranked(understood.question, best)
        ranks = [replace(hit, rank=rank) for rank, hit in enumerate(best[:k], start=1)]
        first = posed[0]
        return Found(
            understood.question, ranks, first.vector, first.words, understood.spelt, understood.readings
        )

    def _posed(
        self, connection: Connection, active: tuple[int, Model] | None, written: str, k: int, filters: Filters
    ) -> tuple[Understood, list[Posed]]:
        """Return how a question is understood, and its wordings with what their vectors and words find."""
        asked = _OfOne(self._index, active, k, filters)
        of_written = self._begin(partial(self._near, asked, [written]))
        understood = understand(connection, written, filters)
        others = [one for one in understood.asked if one != written]
        of_others = self._begin(partial(self._near, asked, others)) if others else list
        scores = [
            lexical.scored(connection, words, filters, CANDIDATES) for words in understood.asked.values()
        ]
        near = dict(zip(others, of_others(), strict=True))
        if written in understood.asked:
            near[written] = of_written()[0]
        return understood, [
            Posed(vector, found, partial(asked.near, vector), words, by_words)
            for (vector, found), words, by_words in zip(
                (near[one] for one in understood.asked), understood.asked.values(), scores, strict=True
            )
        ]

    def _near(self, asked: _OfOne, wordings: Sequence[str]) -> list[tuple[npt.NDArray[np.float32], Near]]:
        """Return the vector of each wording with what is near to it."""
        return [(vector, asked.near(vector)) for vector in self._embedder.embed(wordings)]

    def cosines(self, found: Found, texts: Sequence[str]) -> list[float]:
        """Return the cosine of each text with a question that was searched for.

        Raises:
            ModelUnavailable: the model cannot be loaded.
        """
        return [float(cosine) for cosine in self._embedder.embed(texts) @ found.vector]


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
