"""Different values for the same thing, where the quotes of an answer give some."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from retrieval.results import Citation, Value
from retrieval.stated_figures import Asked, Stated, agree


def conflicting(citations: Sequence[Citation], question: str) -> tuple[Value, ...]:
    """Return the values that `citations` give for what `question` asks, newest first; none where they agree.

    Only figures of the kind that the question asks for are compared, and only those of one unit and one rate
    (per month, per year), in sentences about its matter; of numbers, those that count what it names in its
    own language; of dates, those that were still to come. A sentence states a value where it gives one such
    figure alone and does not say that it is of an earlier time, and its article where all its quotes state
    the same; others only add themselves to a value that is stated. Of a time that the question names,
    only what is said of it counts.

    Args:
        citations: the quotes of one answer.
        question: the question as it stands alone, in Dutch or English.
    """
    asked = Asked(question)
    given = [one for citation in citations for one in asked.given(citation)]
    values: list[list[Stated]] = []
    for one in sorted(_undivided(_most_stated(given)), key=_by_age):
        agreeing = next((value for value in values if agree(value[0].figure, one.figure)), None)
        if agreeing is None:
            values.append([one])
        else:
            agreeing.append(one)
    stated = [value for value in values if any(one.states for one in value)]
    stated.sort(key=lambda value: min(_by_age(one) for one in value if one.states))
    return tuple(_value(one) for one in stated) if len(stated) > 1 else ()


def _most_stated(given: Sequence[Stated]) -> list[Stated]:
    """Keep the figures of the kind, unit and rate that most articles state, of the first where several do."""
    stating = {
        one.key: {other.citation.article.id for other in given if other.key == one.key and other.states}
        for one in given
    }
    best = max(stating, key=lambda key: len(stating[key]), default=None)
    return [one for one in given if one.key == best]


def _undivided(given: Sequence[Stated]) -> list[Stated]:
    """Let an article whose quotes state different values state none: they may be of different things."""
    divided = {
        one.citation.article.id
        for one in given
        for other in given
        if one.states and other.states and _same_article(one, other) and not agree(one.figure, other.figure)
    }
    return [replace(one, states=one.states and one.citation.article.id not in divided) for one in given]


def _same_article(one: Stated, other: Stated) -> bool:
    return one.citation.article.id == other.citation.article.id


def _by_age(given: Stated) -> int:
    """Order the newest first and those without a date last."""
    published = given.citation.article.draft.published
    return -published.last().toordinal() if published else 0


def _value(given: Sequence[Stated]) -> Value:
    stating = next(one for one in given if one.states)
    citations = {one.citation.number: one.citation for one in given}
    return Value(stating.figure, tuple(citations.values()))
