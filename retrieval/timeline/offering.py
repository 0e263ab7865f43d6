"""The figures that an article offers for its value, and what speaks for each."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from retrieval.quoting import Quote
from retrieval.timeline.reading import Reading
from retrieval.timeline.readings import Reader

# Tuned on 38 questions about the sample articles, in steps of a rank.
_RANK = 0.1  # for each sentence that fits the question better
_READ = 12  # sentences of an article, its best
_HEADLINE = 0.3
_LOOKS_BACK = 0.3
_AS_ASKED = 0.4  # per month, where that is asked


@dataclass(frozen=True, slots=True)
class Candidate:
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
class Told:
    """What an article gives: its candidates, best sentence first, and all that it says was so before."""

    day: datetime.date
    candidates: tuple[Candidate, ...]
    formers: frozenset[Decimal]


def score(quotes: Sequence[Quote]) -> float:
    """Return the score of an article's best passage."""
    return max(quote.hit.score for quote in quotes)


def told(quotes: Sequence[Quote], reader: Reader, near: float, bar: float) -> Told:
    """Read an article.

    Args:
        quotes: its sentences, best first.
        reader: reads what is asked for.
        near: its share of the best article's score, in [0, 1].
        bar: the least score of a sentence that gives a value, in log odds.
    """
    article = quotes[0].article
    published = article.draft.published
    headline = {one.value for one in reader.named(article.draft.title or "", article)}
    found: list[Candidate] = []
    before: set[Decimal] = set()
    for rank, quote in enumerate(quotes[:_READ]):
        formers = reader.formers(quote.text, article)
        before |= formers
        for one in reader.readings(quote.text, article) if quote.score >= bar else ():
            worth = near - 1 - _RANK * rank + _HEADLINE * (one.figure.value in headline) + _speaking(one)
            found.append(Candidate(quote, one, formers, worth))
    return Told(published.first() if published else datetime.date.min, tuple(found), frozenset(before))


def _speaking(one: Reading) -> float:
    return _AS_ASKED * one.as_asked - _LOOKS_BACK * (not one.now)
