"""Making points of what articles answer: copies of one report as one, oldest first, citations numbered."""

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import count

from corpus.dates import PartialDate
from retrieval.answering.composing import citation
from retrieval.answering.differences import figure_in
from retrieval.answering.origins import origins
from retrieval.answering.quoting import Quote
from retrieval.figures.figure import Figure, Kind
from retrieval.figures.rates import rate
from retrieval.figures.sameness import in_base_unit, same
from retrieval.timeline.points import Point

_Key = tuple[Kind, str | None]


def points(quotes: Sequence[Quote]) -> list[Point]:
    """Return the points of a timeline.

    Args:
        quotes: at most one of each article, each of which has a date.
    """
    by_article = {one.article.id: one for one in quotes}
    groups = [[by_article[one.id] for one in group] for group in origins(one.article for one in quotes)]
    reports = sorted((report for group in groups for report in _alike(group)), key=_first_day)
    usual = Counter(_key(figure) for one in quotes if (figure := _figure(one)))
    axis = usual.most_common(1)[0][0] if usual else None
    numbers = count(1)
    return [_point(report, numbers, axis) for report in reports]


def _figure(quote: Quote) -> Figure | None:
    return figure_in(quote.text, quote.within, quote.language)


def _alike(group: Sequence[Quote]) -> list[list[Quote]]:
    """Part nearly the same articles that answer otherwise: this year's notice may be last year's text."""
    parted: list[list[Quote]] = []
    for one in group:
        alike = next((part for part in parted if _answer_alike(one, part[0])), None)
        if alike is None:
            parted.append([one])
        else:
            alike.append(one)
    return parted


def _answer_alike(one: Quote, other: Quote) -> bool:
    figure, value = _figure(one), _figure(other)
    if figure is None or value is None:
        return figure is value and one.words.casefold() == other.words.casefold()
    return same(figure, value)


def _first_day(report: Sequence[Quote]) -> tuple[object, ...]:
    published = _published(report)
    return published.first(), published.last(), report[0].article.id


def _published(report: Sequence[Quote]) -> PartialDate:
    dates = [one.article.draft.published for one in report]
    return min((date for date in dates if date is not None), key=PartialDate.first)


def _point(report: Sequence[Quote], numbers: Iterable[int], axis: _Key | None) -> Point:
    """Make a point of what copies of one report answer; the first of them counts."""
    first, figure = report[0], _figure(report[0])
    # An endless count: it is the report that ends.
    citations = tuple(citation(number, one) for one, number in zip(report, numbers, strict=False))
    published = _published(report)
    if figure is None:
        return Point(published, citations, words=first.words)
    per = rate(first.text, figure.end)
    height = in_base_unit(figure)[1] if _key(figure) == axis and isinstance(figure.value, Decimal) else None
    return Point(published, citations, figure, per, number=height)


def _key(figure: Figure) -> _Key:
    return figure.kind, in_base_unit(figure)[0]
