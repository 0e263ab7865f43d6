"""Working an answer out: from the passages found to what is said, remembering nothing."""

import datetime
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from functools import partial

from corpus.catalogue import notices
from corpus.catalogue.connection import Catalogue
from corpus.dates import day_of
from corpus.filters import Filters
from retrieval.answering.choosing import shown
from retrieval.answering.closer import looked_closer
from retrieval.answering.composing import Abstention, composed, untold
from retrieval.answering.differences import conflicting
from retrieval.answering.quoting import Quote, read
from retrieval.models.reader import Reader
from retrieval.question.dates.narrowing import left_by, narrowed, undated
from retrieval.search.results import Answer
from retrieval.search.search import Found, Search

FOUND = 20  # passages found, and remembered with an answer


@dataclass(frozen=True, slots=True)
class Considered:
    """An answer with what it came from.

    The passages found, every piece read, best first, and the articles that were used in the end.
    """

    answer: Answer
    found: Found
    quotes: Sequence[Quote]
    filters: Filters


class Considering:
    """Works answers out from one catalogue."""

    def __init__(
        self,
        catalogue: Catalogue,
        search: Search,
        reader: Reader,
        now: Callable[[], datetime.datetime],
        abstention: Abstention = untold,
        timed: Callable[[str], AbstractContextManager[object]] = nullcontext,
    ) -> None:
        """Take the parts, as `Answerer` does."""
        self._catalogue = catalogue
        self._search = search
        self._reader = reader
        self._now = now
        self._abstention = abstention
        self._timed = timed

    def load(self) -> None:
        """Load the models now, so that answers take only their own time.

        Raises:
            ModelUnavailable: one cannot be loaded.
        """
        self._search.load()
        self._reader.load()

    def consider(self, question: str, filters: Filters, asked_as: str | None = None) -> Considered:
        """Answer a question from the articles that `filters` allow, as `Answerer.ask` says.

        Raises:
            ModelChanged: the catalogue was embedded by another model.
            ModelUnavailable: a model cannot be loaded.
            IndexUnavailable: Chroma does not answer.
        """
        started = time.perf_counter()
        asked = asked_as or question
        dates = left_by(asked, filters, day_of(self._now()))
        within = replace(filters, since=dates.since, until=dates.until) if dates else filters
        found = self._found(question, within)
        considered = self._consider(found, found.question, asked, within, started)
        # Articles seldom repeat the year that they appear in: within the dates the question is read without.
        if dates and considered.answer.abstained:
            considered = self._consider(found, undated(found.question, dates), asked, within, started)
        if dates and considered.answer.abstained:
            dates = replace(dates, widened=True)
            found = self._found(question, filters)
            considered = self._consider(found, undated(found.question, dates), asked, filters, started)
        answer = self._noticed(considered.answer)
        values = conflicting(answer.answers)
        return replace(considered, answer=replace(answer, narrowed=dates, values=values))

    def quoted(self, found: Found, asked: str, started: float) -> Answer:
        """Return the answer that the hits of a question give, without notices and without remembering it.

        Args:
            found: the hits, of which the first 20 count.
            asked: the words of the asker.
            started: when work on the question began, by `time.perf_counter`.

        Raises:
            ModelUnavailable: the model cannot be loaded.
        """
        return self._composed(found, self._read(found), asked, day_of(self._now()), started)

    def _found(self, question: str, filters: Filters) -> Found:
        with self._timed("search"):
            return self._search.find(question, FOUND, filters)

    def _consider(
        self, found: Found, read_as: str, asked: str, filters: Filters, started: float
    ) -> Considered:
        quotes = self._read(replace(found, question=read_as))
        day = filters.day(day_of(self._now()))
        return Considered(self._composed(found, quotes, asked, day, started), found, quotes, filters)

    def _read(self, found: Found) -> list[Quote]:
        with self._timed("reading"):
            quotes = read(found, self._reader)
            return looked_closer(found, quotes, self._reader, partial(self._search.cosines, found))

    def _composed(
        self, found: Found, quotes: Sequence[Quote], asked: str, day: datetime.date, started: float
    ) -> Answer:
        dated = bool(narrowed(asked, found.words.language, day))
        best = max(quotes, key=lambda quote: quote.probability * quote.share, default=None)
        return composed(found, shown(quotes, dated=dated), best, asked, day, started, self._abstention)

    def _noticed(self, answer: Answer) -> Answer:
        """Add to the citations what is to be said of their articles."""
        if not answer.citations:
            return answer
        with self._catalogue.reading() as connection:
            told = notices.about(connection, [one.article for one in answer.citations])
        cited = {one.number: replace(one, notice=told.get(one.article.version)) for one in answer.citations}
        answers = tuple(replace(one, citation=cited[one.citation.number]) for one in answer.answers)
        return replace(answer, citations=tuple(cited.values()), answers=answers)
