"""Answering a question: quotations when something fits, an abstention when nothing does."""

from __future__ import annotations

import datetime
import time
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING

from corpus.catalogue import answers, notices
from corpus.catalogue.answers import Given
from corpus.catalogue.connection import Catalogue
from corpus.filters import Filters
from corpus.text import normalise
from retrieval import quoting
from retrieval.confidence import THRESHOLD, confidence
from retrieval.embedding import Embedder
from retrieval.quoting import Quote
from retrieval.results import Answer, Citation
from retrieval.search import Found, Search
from retrieval.text_fragment import link

if TYPE_CHECKING:
    from retrieval.phrasing.phraser import Phraser

NEAREST = 3  # passages shown with an abstention
WEIGHED = 20  # passages weighed, and remembered with an answer
ABSTENTION = "I do not know: no article that I have answers this."


@dataclass(frozen=True, slots=True)
class Considered:
    """An answer with what it came from: the passages found, and every sentence weighed, best first."""

    answer: Answer
    found: Found
    quotes: Sequence[Quote]


class Answerer:
    """Answers questions from one catalogue and remembers what it answered."""

    def __init__(
        self,
        catalogue: Catalogue,
        search: Search,
        embedder: Embedder,
        now: Callable[[], datetime.datetime],
        phraser: Phraser | None = None,
    ) -> None:
        """Take the parts; with a `phraser` answers are phrased, without one they are quotations."""
        self._catalogue = catalogue
        self._search = search
        self._embedder = embedder
        self._now = now
        self._phraser = phraser

    def ask(
        self,
        question: str,
        filters: Filters,
        asked_as: str | None = None,
        show: Callable[[Answer], object] | None = None,
    ) -> Answer:
        """Answer `question` from the articles that `filters` allow.

        Args:
            question: the question as it stands alone.
            filters: the articles that may be used.
            asked_as: the words of the asker, where `question` was completed from a conversation.
            show: is given the answer as far as it is phrased, a sentence more each time. What is returned in
                the end can still be the quotations.

        Raises:
            ModelChanged: the catalogue was embedded by another model.
            ModelUnavailable: a model cannot be loaded.
            IndexUnavailable: Chroma does not answer.
        """
        considered = self.considered(question, filters, asked_as)
        answer = self._phrased(considered, show)
        self._remember(answer, considered.found, filters)
        return answer

    def considered(self, question: str, filters: Filters, asked_as: str | None = None) -> Considered:
        """Answer as `ask` does, but remember nothing: for measuring, which must leave no trace.

        Raises:
            ModelChanged: the catalogue was embedded by another model.
            ModelUnavailable: a model cannot be loaded.
            IndexUnavailable: Chroma does not answer.
        """
        self.load()
        started = time.perf_counter()
        found = self._search.find(question, WEIGHED, filters)
        quotes = quoting.weighed(found, self._embedder)
        answer = self._noticed(_answered(found, quotes, asked_as or question, started))
        return Considered(answer, found, quotes)

    def quoted(self, found: Found, asked: str, started: float) -> Answer:
        """Return the answer that the hits of a question give, without notices and without remembering it.

        Args:
            found: the hits, of which the first 20 count.
            asked: the words of the asker.
            started: when work on the question began, by `time.perf_counter`.

        Raises:
            ModelUnavailable: the model cannot be loaded.
        """
        return _answered(found, quoting.weighed(found, self._embedder), asked, started)

    def load(self) -> None:
        """Load the model now, so that answers take only their own time.

        Raises:
            ModelUnavailable: it cannot be loaded.
        """
        self._embedder.load()
        if self._phraser is not None:
            self._phraser.load()

    def _phrased(self, considered: Considered, show: Callable[[Answer], object] | None) -> Answer:
        quotations, asked = considered.answer, considered.found
        if self._phraser is None or quotations.abstained:
            return quotations
        started, phrased = time.perf_counter(), quotations
        for phrased in self._phraser.phrase(quotations, asked.question, asked.words.language):
            if show is not None and phrased is not quotations:
                show(phrased)
        taken = (time.perf_counter() - started) * 1000
        return replace(phrased, milliseconds=quotations.milliseconds + taken)

    def _noticed(self, answer: Answer) -> Answer:
        """Add to the citations what is to be said of their articles."""
        if not answer.citations:
            return answer
        with self._catalogue.reading() as connection:
            told = notices.about(connection, [one.article for one in answer.citations])
        noticed = (replace(one, notice=told.get(one.article.version)) for one in answer.citations)
        return replace(answer, citations=tuple(noticed))

    def _remember(self, answer: Answer, found: Found, filters: Filters) -> None:
        given = Given(
            id=answer.id,
            asked=self._now(),
            question=answer.question,
            standalone=found.question,
            filters=filters,
            abstained=answer.abstained,
            confidence=answer.confidence,
            text=answer.text,
            quotes=[(one.number, one.article.version, one.span) for one in answer.citations],
            candidates=[{"passage": hit.passage_id, "score": hit.score, **hit.scores} for hit in found.hits],
            milliseconds=answer.milliseconds,
        )
        with self._catalogue.writing() as connection:
            answers.remember(connection, given)


def _answered(found: Found, quotes: Sequence[Quote], asked: str, started: float) -> Answer:
    sure = confidence(found, quotes)
    groups = quoting.chosen(quotes, found.hits) if sure >= THRESHOLD else []
    citations, text = _written(groups)
    return Answer(
        id=uuid.uuid4().hex[:12],
        question=normalise(asked),
        abstained=not groups,
        text=text,
        confidence=sure,
        citations=tuple(citations),
        nearest=tuple(found.hits[:NEAREST]),
        milliseconds=(time.perf_counter() - started) * 1000,
    )


def _written(groups: Sequence[Sequence[Quote]]) -> tuple[list[Citation], str]:
    """Number the quotes and write the answer: each wording once, with the markers of all its sources."""
    if not groups:
        return [], ABSTENTION
    numbers = count(1)
    numbered = [[(next(numbers), quote) for quote in group] for group in groups]
    citations = [_citation(number, quote) for group in numbered for number, quote in group]
    return citations, "\n".join(_quotation(group) for group in numbered)


def _quotation(group: Sequence[tuple[int, Quote]]) -> str:
    markers = "".join(f"[{number}]" for number, _ in group)
    return f"\u201c{group[0][1].text}\u201d {markers}"


def _citation(number: int, quote: Quote) -> Citation:
    draft = quote.article.draft
    return Citation(number, quote.article, quote.span, link(draft.url, draft.text, quote.span))
