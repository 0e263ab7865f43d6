"""Making the timeline of a question: what dated articles answer over time, oldest first."""

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from corpus.catalogue import notices
from corpus.catalogue.connection import Catalogue
from corpus.dates import day_of
from corpus.filters import Filters
from retrieval.answering.confidence import THRESHOLD
from retrieval.answering.quoting import Quote, read
from retrieval.models.precedence import Precedence
from retrieval.models.reader import Reader
from retrieval.question.dates.narrowing import left_by
from retrieval.search.search import Found, Search
from retrieval.timeline.drawing_up import points
from retrieval.timeline.matter import Story, gathered
from retrieval.timeline.points import Point, Timeline

_WIDE = 100  # passages found, several times what an answer reads
_WITHOUT = 6  # articles in a row, the best first, of which none answers: those after them are not read


class Timelines:
    """Makes timelines from one catalogue."""

    def __init__(
        self,
        catalogue: Catalogue,
        search: Search,
        reader: Reader,
        now: Callable[[], datetime.datetime],
        precedence: Precedence | None = None,
    ) -> None:
        """Take the parts; `now` tells the time at which questions are asked.

        With a `precedence` long work gives way to timelines.
        """
        self._catalogue = catalogue
        self._search = search
        self._reader = reader
        self._now = now
        self._precedence = precedence or Precedence()

    def of(self, question: str, filters: Filters) -> Timeline:
        """Return what the articles that `filters` allow say of `question` over time; nothing is remembered.

        The points are the words with which articles answer, and the value where these give one. There are
        none where no article with a date answers. Dates that the question names narrow the articles
        further, as they do for an answer.

        Raises:
            ModelChanged: the catalogue was embedded by another model.
            ModelUnavailable: a model cannot be loaded.
            IndexUnavailable: Chroma does not answer.
        """
        with self._precedence.question():
            return self._over_time(question, filters)

    def _over_time(self, question: str, filters: Filters) -> Timeline:
        dates = left_by(question, filters, day_of(self._now()))
        within = replace(filters, since=dates.since, until=dates.until) if dates else filters
        found = self._of(question, within)
        if dates and not found.points:
            dates = replace(dates, widened=True)
            found = self._of(question, filters)
        return replace(found, narrowed=dates)

    def _of(self, question: str, filters: Filters) -> Timeline:
        found = self._search.find(question, _WIDE, filters)
        told = list(self._told(found, gathered(found)))
        return Timeline(found.question, found.words.language, self._noticed(points(told)))

    def _told(self, found: Found, stories: Sequence[Story]) -> Iterator[Quote]:
        """Yield the quote with which each article answers, until too many in a row do not."""
        silent = 0
        for story in stories:
            best = next(iter(read(replace(found, hits=story.hits), self._reader)), None)
            if best is not None and best.probability >= THRESHOLD:
                silent = 0
                yield best
            else:
                silent += 1
            if silent == _WITHOUT:
                return

    def _noticed(self, drawn: Sequence[Point]) -> tuple[Point, ...]:
        """Add to the citations what is to be said of their articles."""
        if not drawn:
            return ()
        cited = [one.article for point in drawn for one in point.citations]
        with self._catalogue.reading() as connection:
            told = notices.about(connection, cited)
        return tuple(
            replace(
                point,
                citations=tuple(
                    replace(one, notice=told.get(one.article.version)) for one in point.citations
                ),
            )
            for point in drawn
        )
