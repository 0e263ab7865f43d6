"""Choosing for each article the sentence that gives its value, by what the articles say of one another."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from retrieval.figures.figure import Kind
from retrieval.quoting import Quote
from retrieval.timeline.offering import Candidate, Told, score, told
from retrieval.timeline.reading import Key, Reading
from retrieval.timeline.readings import Reader

# Tuned on 38 questions about the sample articles, in ranks: see offering.py.
_REPEATED = 0.5
_MAGNITUDE = 0.15  # for each power of ten between a value and that of the best article
_LEAST = -0.6  # below, a sentence says it by the way
_ALOUD = -0.2  # from here on, one in another unit is listed
_SAID_BY_THE_WAY = 6.0  # log odds behind the best sentence of all; the furthest true value is 5.6 behind
_NEAR_BEST = 3.0  # within which a sentence may tell the magnitude and unit of the others
_FURTHEST = 3  # powers of ten from which on a value is of something else


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of an article, and the figure that it gives where one is asked for.

    `usual` tells that the figure has the kind, unit and rate that most articles use.
    """

    quote: Quote
    reading: Reading | None = None
    usual: bool = False


def stated(stories: Sequence[Sequence[Quote]], reader: Reader) -> list[Statement]:
    """Return the value of each article that gives one, in the unit and rate that most use or in another unit.

    What speaks for a value: its article and its sentence fit the question better than others, it stands in
    the headline, it does not look back, it is of the magnitude of the best article's, and above all that
    articles repeat one another: a later one says what it was before.

    Args:
        stories: the sentences weighed of each article, best first in both; all of them have a date.
        reader: reads what is asked for.
    """
    best = max((score(quotes) for quotes in stories), default=0.0)
    if best <= 0:
        return []
    top = max(quote.score for quotes in stories for quote in quotes)
    bar = top - _SAID_BY_THE_WAY
    read = [told(quotes, reader, score(quotes) / best, bar) for quotes in stories]
    weighed = _as_asked([[_backed(one, own, read) for one in own.candidates] for own in read])
    usual = _usual(weighed)
    alike = [one for own in weighed for one in own if one.reading.key == usual]
    anchor = max(alike, key=lambda one: (one.quote.score >= top - _NEAR_BEST, one.worth), default=None)
    chosen = (_chosen(own, anchor) for own in weighed) if anchor else ()
    return [one for one in chosen if one is not None]


def _as_asked(weighed: Sequence[Sequence[Candidate]]) -> list[list[Candidate]]:
    """Keep only what is per month where that is asked for and any article gives it."""
    given = any(one.reading.as_asked for own in weighed for one in own)
    return [[one for one in own if one.reading.as_asked or not given] for own in weighed]


def _backed(one: Candidate, own: Told, read: Sequence[Told]) -> Candidate:
    """Add to a candidate's worth where a later article says that it was so, or it follows an earlier one."""
    repeated = any(other.day > own.day and one.number in other.formers for other in read)
    earlier = {other.number for story in read if story.day < own.day for other in story.candidates}
    return replace(one, worth=one.worth + _REPEATED) if repeated or one.formers & earlier else one


def _usual(weighed: Sequence[Sequence[Candidate]]) -> Key | None:
    """Return the kind, unit and rate that most articles use, each counting as much as its candidate."""
    worth: dict[Key, float] = {}
    for own in weighed:
        best: dict[Key, float] = {}
        for one in own:
            best[one.reading.key] = max(best.get(one.reading.key, 0.0), 1 + one.worth)
        for key, value in best.items():
            worth[key] = worth.get(key, 0.0) + value
    return max(worth, key=lambda key: worth[key], default=None)


def _chosen(own: Sequence[Candidate], anchor: Candidate) -> Statement | None:
    usual = anchor.reading.key
    placed = [(one.worth - _MAGNITUDE * _apart(one, anchor), one) for one in own if one.reading.key == usual]
    worth, best = max(placed, key=lambda pair: pair[0], default=(_LEAST - 1, None))
    if best is not None and worth >= _LEAST and _apart(best, anchor) < _FURTHEST:
        return Statement(best.quote, best.reading, usual=True)
    other = next(
        (one for one in own if _in_another_unit(one.reading.key, usual) and one.worth >= _ALOUD), None
    )
    return Statement(other.quote, other.reading) if other else None


def _in_another_unit(key: Key, usual: Key) -> bool:
    """Tell whether a value is of the same kind in another unit; metres are none of what litres measure."""
    alike = (key[0], key[2]) == (usual[0], usual[2])
    return key != usual and alike and key[0] is not Kind.MEASURE


def _apart(one: Candidate, anchor: Candidate) -> float:
    """Return how many powers of ten lie between two values; 0 between dates."""
    if not one.number or not anchor.number:
        return 0.0
    return abs(math.log10(one.number / anchor.number))
