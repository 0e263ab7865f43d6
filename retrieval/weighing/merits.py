"""What speaks for a sentence as the answer to a question, and what each of that weighs."""

from __future__ import annotations

from dataclasses import dataclass, fields
from operator import attrgetter


@dataclass(frozen=True, slots=True)
class Merits:
    """What speaks for one sentence; also what each of it weighs, in log odds against another sentence.

    Attributes:
        dense: cosine with the question, read in its passage, in [-1, 1].
        coverage: the share of the question's words in it, rare ones counting more, in [0, 1].
        told: that share in headline, the sentence before and it together.
        headline: that share in the headline, which every sentence below it has for nothing.
        words: how well the question's words are met in it (`retrieval.weighing.matching`), in [-1, 1].
        weakest, asking, beside: the worst met of them, the word of asking, and the word after that.
        around: how well they are met in it and its neighbours.
        passage: how well they are met in the whole passage and its headline.
        recent: what its article gains for being new (`retrieval.recency`).
        length: the logarithm of how many words it has.
        foreign_dense, foreign_coverage, foreign_words: those three again, where question and article are
            in two languages; 0 in one.
        when_date, how_long_number, how_many_number, how_much_number, how_much_amount, who_person, who_name,
            where_place, why_reason: 1 where the question asks the one and the sentence offers the other.
    """

    dense: float
    coverage: float
    told: float
    headline: float
    words: float
    weakest: float
    asking: float
    beside: float
    around: float
    passage: float
    recent: float
    length: float
    foreign_dense: float
    foreign_coverage: float
    foreign_words: float
    when_date: float
    how_long_number: float
    how_many_number: float
    how_much_number: float
    how_much_amount: float
    who_person: float
    who_name: float
    where_place: float
    why_reason: float


# Written by `python -m retrieval.calibration fit`; a test fits them again.
WEIGHTS = Merits(
    dense=4.74,
    coverage=0.92,
    told=3.08,
    headline=-5.33,
    words=3.39,
    weakest=3.28,
    asking=5.4,
    beside=2.67,
    around=2.67,
    passage=5.93,
    recent=15.0,
    length=-0.34,
    foreign_dense=1.06,
    foreign_coverage=-3.71,
    foreign_words=4.02,
    when_date=0.43,
    how_long_number=0.13,
    how_many_number=0.3,
    how_much_number=0.29,
    how_much_amount=0.46,
    who_person=0.73,
    who_name=0.67,
    where_place=0.2,
    why_reason=0.34,
)

_EACH = attrgetter(*(field.name for field in fields(Merits)))


def score(merits: Merits) -> float:
    """Return the log odds for a sentence, up to a number that is the same for all of one question."""
    return float(sum(weight * value for weight, value in zip(_EACH(WEIGHTS), _EACH(merits), strict=True)))
