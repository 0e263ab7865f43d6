"""Trying a change out on the questions asked last: which of their answers it would change."""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from sqlalchemy import Connection

from corpus.article import Article, Draft
from corpus.catalogue import articles, models, vectors
from corpus.catalogue.answers import Given
from corpus.catalogue.connection import Catalogue
from corpus.text import normalise
from corpus.vector_space import Matrix
from retrieval import screening
from retrieval.answering import FOUND, Answerer
from retrieval.article_vectors import cut
from retrieval.curation import Curator
from retrieval.embedding import Embedder, embedded_text
from retrieval.names.readings import readings_of
from retrieval.names.wording import wordings
from retrieval.overlay import Overlay
from retrieval.reader.network import Reader
from retrieval.reranking import Reranker
from retrieval.results import Answer
from retrieval.search import Found, Search, VectorIndex

_BEFORE = 4.0  # seconds for searching before the change
_WITHIN = 1.0  # seconds for searching after it, in the trial: until then nobody else's answer is written down


@dataclass(frozen=True, slots=True)
class ChangedAnswer:
    """A question with its answer as it is and as it would be: other quotes, or one of them abstains."""

    question: str
    before: Answer
    after: Answer


@dataclass(frozen=True, slots=True)
class Effect:
    """What a change would do: the answers it changes, of how many `asked`, and the article it stores.

    In a corpus of 100,000 passages there may be no time for all the questions that it can touch: those
    left out, the least likely to change, are not counted in `asked`.
    """

    changed: tuple[ChangedAnswer, ...]
    asked: int
    stored: Article | None


class Rehearsal:
    """Makes changes in trials of a catalogue, with the real search and the real answers."""

    def __init__(
        self,
        catalogue: Catalogue,
        embedder: Embedder,
        reader: Reader,
        index: VectorIndex,
        now: Callable[[], datetime.datetime],
        reranker: Reranker | None = None,
    ) -> None:
        self._catalogue = catalogue
        self._embedder = embedder
        self._index = index
        self._now = now
        self._reranker = reranker
        # A reranker is slow and needs no catalogue: it must not work while a trial keeps others waiting.
        self._answerer = Answerer(catalogue, Search(catalogue, embedder, index), reader, now)

    def of(
        self,
        change: Callable[[Curator], Article | None],
        recent: Sequence[Given],
        goes: Article | None = None,
        comes: Draft | None = None,
    ) -> Effect:
        """Return what `change` would do to the `recent` answers; nothing of it remains.

        Only questions among whose hits the change takes or brings a passage are answered twice: for the
        others nothing but the rarity of some words is different.

        Args:
            change: makes the change with the curator of the trial and returns the article then stored.
            recent: the answers whose questions are asked.
            goes: the article that the change takes out or replaces.
            comes: the article that it stores.

        Raises:
            CorpusError: the change cannot be made.
            RetrievalError: a model or an index fails.
        """
        touched, gone = self._touched(recent, goes, comes)
        overlay = Overlay(self._index, gone)
        found = list(_found_in(_BEFORE, Search(self._catalogue, self._embedder, overlay.beneath), touched))
        with self._catalogue.trial() as trial:
            stored = change(Curator(trial, self._embedder, self._now))
            overlay.lay(trial, stored.version if stored else None)
            search = Search(trial, self._embedder, overlay)
            afterwards = list(_found_in(_WITHIN, search, touched[: len(found)]))
        both = [
            ChangedAnswer(before.question, self._answered(before), self._answered(after))
            for before, after in zip(found, afterwards, strict=False)
            if _loses(before, gone) or _gains(after, stored)
        ]
        changed = tuple(one for one in both if _said(one.before) != _said(one.after))
        return Effect(changed, len(recent) - len(touched) + len(afterwards), stored)

    def _touched(
        self, recent: Sequence[Given], goes: Article | None, comes: Draft | None
    ) -> tuple[list[Given], frozenset[int]]:
        """Return the answers that the change can touch, and the passages that it takes away."""
        posed = [
            replace(given, standalone=wording)
            for given in recent
            for wording in wordings(normalise(given.standalone), readings_of(given))
        ]
        asked = self._embedder.embed([given.standalone for given in posed])
        moving = screening.of_draft(comes, cut(comes), self._vectors(comes)) if comes else []
        with self._catalogue.reading() as connection:
            gone, matrix = _vectors_of(connection, goes)
            if goes is not None and gone:
                moving += screening.of_draft(goes.draft, articles.spans(connection, goes.version), matrix)
            touched = dict.fromkeys(one.id for one in screening.touched(connection, posed, asked, moving))
        by_id = {given.id: given for given in recent}
        return [by_id[name] for name in touched], frozenset(gone)

    def _vectors(self, draft: Draft) -> Matrix:
        return self._embedder.embed([embedded_text(draft, span) for span in cut(draft)])

    def _answered(self, found: Found) -> Answer:
        started = time.perf_counter()
        if self._reranker is not None:
            hits = self._reranker.reranked(found.question, found.hits)
            found = replace(found, hits=[replace(hit, rank=rank) for rank, hit in enumerate(hits, start=1)])
        return self._answerer.quoted(found, found.question, started)


def _found_in(seconds: float, search: Search, touched: Sequence[Given]) -> Iterator[Found]:
    """Search for one question after the other until the time is up; the first is always searched for."""
    end = time.monotonic() + seconds
    for given in touched:
        yield search.find(given.standalone, FOUND, given.filters)
        if time.monotonic() > end:
            return


def _loses(before: Found, gone: frozenset[int]) -> bool:
    return any(hit.passage_id in gone for hit in before.hits)


def _gains(after: Found, stored: Article | None) -> bool:
    return stored is not None and any(hit.article.version == stored.version for hit in after.hits)


def _vectors_of(connection: Connection, article: Article | None) -> tuple[list[int], Matrix]:
    active = models.active(connection)
    if active is None or article is None:
        return [], np.zeros((0, 0), dtype=np.float32)
    return vectors.of_version(connection, active[0], article.version)


def _said(answer: Answer) -> frozenset[tuple[str, str]]:
    """Return what two answers share that say the same: each wording with its article."""
    return frozenset((one.article.id, one.quote) for one in answer.citations)
