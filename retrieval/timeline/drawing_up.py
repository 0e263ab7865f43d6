"""Making points of what articles state: copies of one report as one, oldest first, each citation numbered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import count

from corpus.article import Article
from corpus.dates import PartialDate
from retrieval.composing import citation
from retrieval.figures.comparing import in_base_unit
from retrieval.origins import origins
from retrieval.timeline.points import Point
from retrieval.timeline.valuing import Statement
from retrieval.timeline.writing import value


def points(statements: Sequence[Statement], language: str | None) -> list[Point]:
    """Return the points of a timeline.

    Args:
        statements: at most one of each article, each of which has a date.
        language: that of the reader.
    """
    by_article = {one.quote.article.id: one for one in statements}
    groups = [[by_article[one.id] for one in group] for group in origins(_articles(statements))]
    reports = [report for group in groups for report in _alike(group)]
    numbers = count(1)
    return [_point(report, numbers, language) for report in sorted(reports, key=_first_day)]


def _alike(group: Sequence[Statement]) -> list[list[Statement]]:
    """Part nearly the same articles that give other values: this year's notice may be last year's text."""
    parted: dict[object, list[Statement]] = {}
    for one in group:
        parted.setdefault(one.reading.figure.value if one.reading else None, []).append(one)
    return list(parted.values())


def _articles(statements: Iterable[Statement]) -> list[Article]:
    return [one.quote.article for one in statements]


def _first_day(report: Sequence[Statement]) -> tuple[object, ...]:
    published = _published(report)
    return published.first(), published.last(), report[0].quote.article.id


def _published(report: Sequence[Statement]) -> PartialDate:
    dates = [one.quote.article.draft.published for one in report]
    return min((date for date in dates if date is not None), key=PartialDate.first)


def _point(report: Sequence[Statement], numbers: Iterable[int], language: str | None) -> Point:
    """Make a point of what copies of one report state; the first of them counts."""
    first = report[0]
    # An endless count: it is the report that ends.
    citations = tuple(citation(number, one.quote) for one, number in zip(report, numbers, strict=False))
    published = _published(report)
    if first.reading is None:
        return Point(published, citations)
    figure, rate = first.reading.figure, first.reading.rate
    height = in_base_unit(figure)[1] if first.usual and isinstance(figure.value, Decimal) else None
    return Point(published, citations, figure, rate, value(figure, rate, language), height)
