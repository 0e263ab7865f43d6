"""Different values for the same thing, where the quotes of an answer give some."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from corpus.dates import PartialDate
from retrieval.figures.comparing import in_base_unit, same
from retrieval.figures.figure import Figure
from retrieval.origins import origins
from retrieval.results import Citation, Value
from retrieval.values.matter import headlined
from retrieval.values.stated import Asked, Stated, overlap

_FURTHEST = 5  # times as much as another: from there on a value is of something else


def conflicting(citations: Sequence[Citation], question: str) -> tuple[Value, ...]:
    """Return the values that `citations` state for what `question` asks, newest first; none where they agree.

    A wrong list would be an invention and a missing one is not: only what a sentence plainly states counts.
    It calls its value as the question does, in either language, or counts what the question names in its own;
    it is no former value, difference or part; its article holds the names of the question, has a date, and
    states this one value only, or has it in its headline or that of a copy. Only values of one kind, base
    unit and rate are compared, and none that is many times the one that the best quote states.

    Args:
        citations: the quotes of one answer, the best first.
        question: the question as it stands alone, in Dutch or English.
    """
    asked = Asked(question)
    stated = _most_stated([one for citation in citations for one in asked.stated(citation)])
    near = [one for one in stated if _is_near(one.figure, stated[0].figure)]
    values: list[list[Stated]] = []
    for one in sorted(_undivided(near), key=_by_age):
        agreeing = next((value for value in values if _agree(value[0].figure, one.figure)), None)
        if agreeing is None:
            values.append([one])
        else:
            agreeing.append(one)
    return tuple(_value(one) for one in values) if len(values) > 1 else ()


def _most_stated(given: Sequence[Stated]) -> list[Stated]:
    """Keep the figures of the kind, unit and rate that most articles state, of the first where several do."""
    stating = {
        one.key: {other.citation.article.id for other in given if other.key == one.key} for one in given
    }
    best = max(stating, key=lambda key: len(stating[key]), default=None)
    return [one for one in given if one.key == best]


def _undivided(given: Sequence[Stated]) -> list[Stated]:
    """Let an article that states different values keep the one that stands in the headline of a copy."""
    reports = origins(one.citation.article for one in given)
    kept = []
    for one in given:
        own = [other for other in given if other.citation.article.id == one.citation.article.id]
        report = next(group for group in reports if one.citation.article.id in {copy.id for copy in group})
        if all(_agree(one.figure, other.figure) for other in own) or any(
            headlined(one.figure, copy) for copy in report
        ):
            kept.append(one)
    return kept


def _is_near(one: Figure, other: Figure) -> bool:
    """Tell whether two values may be of the same thing: neither is many times the other."""
    if not isinstance(one.value, Decimal):
        return True
    less, more = sorted(abs(in_base_unit(figure)[1]) for figure in (one, other))
    return more <= _FURTHEST * less


def _agree(one: Figure, other: Figure) -> bool:
    """Tell whether two figures can both be right: dates also where one is vaguer."""
    if isinstance(one.value, PartialDate):
        return overlap(one.value, other.value)
    return same(one, other)


def _by_age(given: Stated) -> int:
    """Order the newest first."""
    published = given.citation.article.draft.published
    return -published.last().toordinal() if published else 0


def _value(given: Sequence[Stated]) -> Value:
    citations = {one.citation.number: one.citation for one in given}
    return Value(given[0].figure, tuple(citations.values()))
