"""Choosing for each article the sentence that gives its value, by what the articles say of one another."""

from __future__ import annotations

import datetime
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from retrieval.quoting import Quote
from retrieval.timeline.readings import Key, Reader, Reading

# Tuned on 38 questions about the sample articles, in steps of a rank.
_RANK = 0.1  # for each sentence that fits the question better
_READ = 12  # sentences of an article, its best
_HEADLINE = 0.3
_REPEATED = 0.5
_LOOKS_BACK = 0.3
_AS_ASKED = 0.4  # per month, where that is asked
_MAGNITUDE = 0.15  # for each power of ten between a value and that of the best article
_LEAST = -0.6  # below, a sentence says it by the way
_ALOUD = -0.2  # from here on, one in another unit is listed
_FURTHEST = 3  # powers of ten from which on a value is of something else


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of an article, and the figure that it gives where one is asked for.

    `usual` tells that the figure has the kind, unit and rate that most articles use.
    """

    quote: Quote
    reading: Reading | None = None
    usual: bool = False


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A figure that a sentence of an article gives; `worth` is what speaks for it, in ranks."""

    quote: Quote
    reading: Reading
    formers: frozenset[Decimal]
    worth: float

    @property
    def number(self) -> Decimal | None:
        """The value without its sign; None for a date."""
        value = self.reading.figure.value
        return abs(value) if isinstance(value, Decimal) else None


@dataclass(frozen=True, slots=True)
class _Story:
    """What an article gives: its candidates, best sentence first, and all that it says was so before."""

    day: datetime.date
    candidates: tuple[_Candidate, ...]
    formers: frozenset[Decimal]


def stated(stories: Sequence[Sequence[Quote]], reader: Reader) -> list[Statement]:
    """Return the value of each article that gives one, in the unit and rate that most use or in another unit.

    What speaks for a value: its article and its sentence fit the question better than others, it stands in
    the headline, it does not look back, it is of the magnitude of the best article's, and above all that
    articles repeat one another: a later one says what it was before.

    Args:
        stories: the sentences weighed of each article, best first in both; all of them have a date.
        reader: reads what is asked for.
    """
    best = max((_score(quotes) for quotes in stories), default=0.0)
    if best <= 0:
        return []
    read = [_story(quotes, reader, _score(quotes) / best) for quotes in stories]
    weighed = [[_backed(one, own, read) for one in own.candidates] for own in read]
    usual = _usual(weighed)
    alike = [one for own in weighed for one in own if one.reading.key == usual]
    anchor = max(alike, key=lambda one: one.worth, default=None)
    chosen = (_chosen(own, anchor) for own in weighed) if anchor else ()
    return [one for one in chosen if one is not None]


def _score(quotes: Sequence[Quote]) -> float:
    """Return the score of an article's best passage."""
    return max(quote.hit.score for quote in quotes)


def _story(quotes: Sequence[Quote], reader: Reader, near: float) -> _Story:
    """Read an article; `near` is its share of the best one's score, in [0, 1]."""
    article = quotes[0].article
    published = article.draft.published
    headline = {one.value for one in reader.named(article.draft.title or "", article)}
    found: list[_Candidate] = []
    before: set[Decimal] = set()
    for rank, quote in enumerate(quotes[:_READ]):
        formers = reader.formers(quote.text, article)
        before |= formers
        for one in reader.readings(quote.text, article):
            worth = near - 1 - _RANK * rank + _HEADLINE * (one.figure.value in headline) + _speaking(one)
            found.append(_Candidate(quote, one, formers, worth))
    return _Story(published.first() if published else datetime.date.min, tuple(found), frozenset(before))


def _speaking(one: Reading) -> float:
    return _AS_ASKED * one.as_asked - _LOOKS_BACK * (not one.now)


def _backed(one: _Candidate, own: _Story, read: Sequence[_Story]) -> _Candidate:
    """Add to a candidate's worth where a later article says that it was so, or it follows an earlier one."""
    repeated = any(other.day > own.day and one.number in other.formers for other in read)
    earlier = {other.number for story in read if story.day < own.day for other in story.candidates}
    return replace(one, worth=one.worth + _REPEATED) if repeated or one.formers & earlier else one


def _usual(weighed: Sequence[Sequence[_Candidate]]) -> Key | None:
    """Return the kind, unit and rate that most articles use, each counting as much as its candidate."""
    worth: dict[Key, float] = {}
    for own in weighed:
        best: dict[Key, float] = {}
        for one in own:
            best[one.reading.key] = max(best.get(one.reading.key, 0.0), 1 + one.worth)
        for key, value in best.items():
            worth[key] = worth.get(key, 0.0) + value
    return max(worth, key=lambda key: worth[key], default=None)


def _chosen(own: Sequence[_Candidate], anchor: _Candidate) -> Statement | None:
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
    return key != usual and (key[0], key[2]) == (usual[0], usual[2])


def _apart(one: _Candidate, anchor: _Candidate) -> float:
    """Return how many powers of ten lie between two values; 0 between dates."""
    if not one.number or not anchor.number:
        return 0.0
    return abs(math.log10(one.number / anchor.number))
