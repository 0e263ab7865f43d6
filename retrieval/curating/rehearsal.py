"""Trying a change out on the questions asked last: which of their answers it would change."""

import datetime
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from corpus.article import Article, Draft
from corpus.catalogue import articles, models, vectors
from corpus.catalogue.answers import Given
from corpus.catalogue.connection import Catalogue, Connection
from corpus.dates import day_of
from corpus.text import normalise
from corpus.vector_space import Matrix
from retrieval.answering.considering import FOUND, Considering
from retrieval.curating import screening
from retrieval.curating.article_vectors import cut
from retrieval.curating.curator import Curator
from retrieval.curating.overlay import Overlay
from retrieval.curating.progress import Progress, Step, Told, untold
from retrieval.models.embedding import Embedder, embedded_text
from retrieval.models.precedence import Precedence
from retrieval.models.reader import Reader
from retrieval.question.names.readings import readings_of
from retrieval.question.names.wording import wordings
from retrieval.search.reranking import Reranker
from retrieval.search.results import Answer
from retrieval.search.search import Found, Search, VectorIndex

SECONDS = 10.0  # that a trial may take, articles embedded before; what it does not come to is left out
_SCREENING, _BEFORE = 3.0, 5.0  # of them, by when questions are screened, and searched for before the change
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

    There may be no time for all the questions that it can touch: `left_out` are the least likely to change,
    or where there was no time to tell those asked longest ago, and not counted in `asked`.
    """

    changed: tuple[ChangedAnswer, ...]
    asked: int
    stored: Article | None
    left_out: int = 0


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
        precedence: Precedence | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take the parts of the real search.

        Args:
            catalogue: what changes are tried out on.
            embedder: keeps what it embeds, so that nothing is embedded in a trial.
            reader: reads passages.
            index: finds them.
            now: tells the time.
            reranker: reads the best passages again, where one is set.
            precedence: makes the work give way to questions.
            clock: tells seconds, for the limit.
        """
        self._precedence = precedence or Precedence()
        self._clock = clock
        self._catalogue = catalogue
        self._embedder = embedder
        self._index = index
        self._now = now
        self._reranker = reranker
        # A reranker is slow and needs no catalogue: it must not work while a trial keeps others waiting.
        self._considering = Considering(catalogue, Search(catalogue, embedder, index, now), reader, now)

    def of(
        self,
        change: Callable[[Curator], Article | None],
        recent: Sequence[Given],
        goes: Article | None = None,
        comes: Draft | None = None,
        told: Told = untold,
    ) -> Effect:
        """Return what `change` would do to the `recent` answers; nothing of it remains.

        Only questions among whose hits the change takes or brings a passage are answered twice: for the
        others nothing but the rarity of some words is different.

        Args:
            change: makes the change with the curator of the trial and returns the article then stored.
            recent: the answers whose questions are asked.
            goes: the article that the change takes out or replaces.
            comes: the article that it stores.
            told: is told between questions how far the trial is; what it raises ends the trial.

        Raises:
            CorpusError: the change cannot be made.
            RetrievalError: a model or an index fails.
        """
        self._embed(recent, comes)
        began = self._clock()
        touched, screened, gone = self._touched(recent, goes, comes, began + _SCREENING)
        overlay = Overlay(self._index, gone)
        search = Search(self._catalogue, self._embedder, overlay.beneath, self._now)
        found = []
        for one in self._found_by(began + _BEFORE, search, touched):
            told(Progress(Step.TRYING, 0, len(touched)))
            self._precedence.give_way()
            found.append(one)
        with self._catalogue.trial() as trial:
            stored = change(Curator(trial, self._embedder, self._now))
            overlay.lay(trial, stored.version if stored else None)
            search = Search(trial, self._embedder, overlay, self._now)
            within = self._clock() + _WITHIN
            afterwards = list(self._found_by(within, search, touched[: len(found)]))
        tried, changed = 0, []
        for before, after in zip(found, afterwards, strict=False):
            if tried and self._clock() > began + SECONDS:
                break
            told(Progress(Step.TRYING, tried, len(afterwards)))
            tried += 1
            if _loses(before, gone) or _gains(after, stored):
                both = ChangedAnswer(before.question, self._answered(before), self._answered(after))
                changed += [both] if _said(both.before) != _said(both.after) else []
        asked = screened - len(touched) + tried
        return Effect(tuple(changed), asked, stored, len(recent) - asked)

    def _touched(
        self, recent: Sequence[Given], goes: Article | None, comes: Draft | None, until: float
    ) -> tuple[list[Given], int, frozenset[int]]:
        """Return the answers that the change can touch, of how many, and the passages that it takes away."""
        posed = _posed(recent)
        asked = self._embedder.embed([given.standalone for given in posed])
        moving = screening.of_draft(comes, cut(comes), self._vectors(comes)) if comes else []

        def enough() -> bool:
            self._precedence.give_way()
            return self._clock() > until

        with self._catalogue.reading() as connection:
            gone, matrix = _vectors_of(connection, goes)
            if goes is not None and gone:
                moving += screening.of_draft(goes.draft, articles.spans(connection, goes.version), matrix)
            touched, looked_at = screening.screened(
                connection, posed, asked, moving, day_of(self._now()), enough
            )
        by_id = {given.id: given for given in recent}
        once = dict.fromkeys(one.id for one in touched)
        return [by_id[name] for name in once], len({one.id for one in looked_at}), frozenset(gone)

    def _embed(self, recent: Sequence[Given], comes: Draft | None) -> None:
        """Embed all that is compared beforehand: it is kept, and takes nothing of the time of the trial."""
        self._embedder.embed([given.standalone for given in _posed(recent)])
        if comes is not None:
            self._vectors(comes)

    def _vectors(self, draft: Draft) -> Matrix:
        return self._embedder.embed([embedded_text(draft, span) for span in cut(draft)])

    def _found_by(self, end: float, search: Search, touched: Sequence[Given]) -> Iterator[Found]:
        """Search for one question after the other until the time is up; the first is always searched for."""
        for given in touched:
            yield search.find(given.standalone, FOUND, given.filters)
            if self._clock() > end:
                return

    def _answered(self, found: Found) -> Answer:
        started = time.perf_counter()
        if self._reranker is not None:
            hits = self._reranker.reranked(found.question, found.hits)
            found = replace(found, hits=[replace(hit, rank=rank) for rank, hit in enumerate(hits, start=1)])
        return self._considering.quoted(found, found.question, started)


def _posed(recent: Sequence[Given]) -> list[Given]:
    """Return the answers in every wording of their questions."""
    return [
        replace(given, standalone=wording)
        for given in recent
        for wording in wordings(normalise(given.standalone), readings_of(given))
    ]


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
