"""Different values for the same thing, where the words that answer in different articles give some."""

import datetime
from collections.abc import Sequence

from corpus.article import Span
from corpus.dates import PartialDate, newest_first
from retrieval.figures.figure import Figure
from retrieval.figures.lone_one import lone_one
from retrieval.figures.rates import PERIODS, rate
from retrieval.figures.reading import figures
from retrieval.figures.sameness import in_base_unit, overlap, same
from retrieval.search.results import Citation, Reply, Value


def conflicting(answers: Sequence[Reply]) -> tuple[Value, ...]:
    """Return the values that different articles answer with, newest first; none where they agree.

    Only words that give one figure count, the first such words of each article, and only figures of the
    kind and base unit of the first, for the same period: what is paid a month and a year differs anyway.

    Args:
        answers: the words that answer, the first the one to go by.
    """
    stated = [(figure, one.citation) for one in answers if (figure := figure_of(one)) is not None]
    kinds = [_kind(figure, cited.quote) for figure, cited in stated]
    alike = [one for one, kind in zip(stated, kinds, strict=True) if kind == kinds[0]]
    by_article = {cited.article.id: (figure, cited) for figure, cited in reversed(alike)}
    values: list[list[tuple[Figure, Citation]]] = []
    for figure, cited in sorted(
        by_article.values(), key=lambda one: newest_first(one[1].article.draft.published)
    ):
        agreeing = next((value for value in values if agree(value[0][0], figure)), None)
        if agreeing is None:
            values.append([(figure, cited)])
        else:
            agreeing.append((figure, cited))
    if len(values) < 2:  # noqa: PLR2004 - that many to differ
        return ()
    return tuple(Value(value[0][0], tuple(cited for _, cited in value)) for value in values)


def figure_of(answer: Reply) -> Figure | None:
    """Return the one figure of the words that answer; None where they have none, or several."""
    cited = answer.citation
    return figure_in(cited.quote, answer.within, cited.article.draft.language)


def figure_in(quote: str, within: Span, language: str | None) -> Figure | None:
    """Return the one figure of a quote that stands in a stretch of it; None where there is none, or several.

    It is read in its sentence, which may say what it counts.
    """
    found = _figures(quote, within, language)
    return found[0] if len(found) == 1 else None


def kinds_in(quote: str, within: Span, language: str | None) -> set[tuple[object, ...]]:
    """Return the kinds of the figures that stand in a stretch of a quote: those of one kind can differ."""
    return {_kind(one, quote) for one in _figures(quote, within, language)}


def has_passed(answer: Reply, day: datetime.date) -> bool:
    """Tell whether an answer is a date that was ahead when its article appeared and lies before `day`."""
    figure, published = figure_of(answer), answer.citation.article.draft.published
    if figure is None or published is None or not isinstance(figure.value, PartialDate):
        return False
    return published.last() < figure.value.first() and figure.value.last() < day


def _figures(quote: str, within: Span, language: str | None) -> list[Figure]:
    found = [one for one in figures(quote, language) if one.start < within.end and within.start < one.end]
    one = None if found else lone_one(quote, within)
    return [one] if one else found


def _kind(figure: Figure, quote: str) -> tuple[object, ...]:
    """Return what a figure has in common with those that it can differ from: kind, unit, period."""
    per = rate(quote, figure.end)
    return figure.kind, in_base_unit(figure)[0], per if per in PERIODS else None


def agree(one: Figure, other: Figure) -> bool:
    """Tell whether two figures can both be right: dates also where one is vaguer."""
    if isinstance(one.value, PartialDate) and isinstance(other.value, PartialDate):
        return overlap(one.value, other.value)
    return same(one, other)
