"""Making the timeline of a question: what dated articles say of it, oldest first."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import replace

from corpus.catalogue import notices
from corpus.catalogue.connection import Catalogue
from corpus.filters import Filters
from retrieval import search
from retrieval.confidence import THRESHOLD, confidence
from retrieval.embedding import Embedder
from retrieval.question_dates.narrowing import left_by
from retrieval.quoting import Quote, weighed
from retrieval.search import Found, Search
from retrieval.timeline.drawing_up import points
from retrieval.timeline.gathering import Story, gathered
from retrieval.timeline.points import Point, Timeline
from retrieval.timeline.readings import Reader
from retrieval.timeline.valuing import Statement, stated

_TOLD = 0.65  # of the best article's score
_WIDE = 100  # passages found, several times what an answer weighs


class Timelines:
    """Makes timelines from one catalogue."""

    def __init__(
        self,
        catalogue: Catalogue,
        search: Search,
        embedder: Embedder,
        today: Callable[[], datetime.date] = search.today,
    ) -> None:
        """Take the parts; `today` tells the day on which questions are asked."""
        self._catalogue = catalogue
        self._search = search
        self._embedder = embedder
        self._today = today

    def of(self, question: str, filters: Filters) -> Timeline:
        """Return what the articles that `filters` allow say of `question` over time; nothing is remembered.

        The points are the values that articles give, where the question asks for a figure and they give any;
        else what each of them writes. There are none where no article with a date is about it. Dates that the
        question names narrow the articles further, as they do for an answer.

        Raises:
            ModelChanged: the catalogue was embedded by another model.
            ModelUnavailable: a model cannot be loaded.
            IndexUnavailable: Chroma does not answer.
        """
        dates = left_by(question, filters, self._today())
        within = replace(filters, since=dates.since, until=dates.until) if dates else filters
        found = self._of(question, within)
        if dates and not found.points:
            dates = replace(dates, widened=True)
            found = self._of(question, filters)
        return replace(found, narrowed=dates)

    def _of(self, question: str, filters: Filters) -> Timeline:
        found = self._search.find(question, _WIDE, filters)
        stories = gathered(found)
        quotes = [own for own in (self._weighed(found, story) for story in stories) if own]
        told = self._told(found, quotes) if _is_answered(found, stories, quotes) else []
        language = found.words.language
        return Timeline(found.question, language, self._noticed(points(told, language)))

    def _weighed(self, found: Found, story: Story) -> list[Quote]:
        """Weigh the sentences of an article's best passages, each for itself: of several some would fall."""
        every = [one for hit in story.hits for one in weighed(replace(found, hits=[hit]), self._embedder)]
        return sorted(every, key=lambda quote: -quote.score)

    def _told(self, found: Found, quotes: Sequence[Sequence[Quote]]) -> list[Statement]:
        reader = Reader(found.question, found.words.language, self._embedder)
        values = stated(quotes, reader) if reader.asked.kinds else []
        return values or [Statement(own[0]) for own in quotes if _is_told(own, quotes[0])]

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


def _is_told(own: Sequence[Quote], best: Sequence[Quote]) -> bool:
    """Tell whether an article is near enough to the best, where no value says that they are of one thing."""
    return max(one.hit.score for one in own) >= _TOLD * max(one.hit.score for one in best)


def _is_answered(found: Found, stories: Sequence[Story], quotes: Sequence[Sequence[Quote]]) -> bool:
    """Tell whether the best article answers: the others of the timeline agree with it and do not compete."""
    if not quotes:
        return False
    agreeing = {story.article.id for story in stories[1:]}
    rivals = [hit for hit in found.hits if hit.article.id not in agreeing]
    return confidence(replace(found, hits=rivals), quotes[0]) >= THRESHOLD
