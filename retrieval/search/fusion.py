"""Fusing what the vectors, the words and the date say of each passage.

A weighted sum of the two scores rather than of their ranks: both lie on a fixed scale, and it keeps
how much better one passage is (Bruch, Gai and Ingber 2023, "An Analysis of Fusion Functions for
Hybrid Retrieval"). What a passage gains for being new is added. `docs/decisions.md` has the figures
behind the numbers here.
"""

import datetime
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from corpus.dates import PartialDate

LEXICAL_WEIGHT = 1.0
# A passage in another language than the question's cannot share its words, which would hide it
# behind any of the question's own language. It is given what passages of the question's language
# share on average at the same cosine: a square fitted to XQuAD-dev, Dutch and English.
_EXPECTED = (0.654, -0.105, 0.044)
HALF_LIFE = 365  # days
# In the unit of the fused score, whose two parts reach 1 each: a passage that fits better by more than
# this is never overtaken. Among sentences it counts for 1.5 log odds at most (calibration/ranking.py).
MOST = 0.1


@dataclass(frozen=True, slots=True)
class Scored:
    """A passage's score, the higher the better, and its parts."""

    passage_id: int
    score: float
    parts: Mapping[str, float]


def fused(
    dense: Mapping[int, float],
    lexical: Mapping[int, float],
    foreign: Collection[int],
    recent: Mapping[int, float],
) -> list[Scored]:
    """Return the passages of `dense`, best first.

    Args:
        dense: cosine of question and passage by passage id, in [-1, 1].
        lexical: share of the best possible BM25 score, in [0, 1]; 0 for a passage that is not there.
        foreign: the passages in another language than the question's.
        recent: what each passage gains for being new; 0 for a passage that is not there.
    """
    scored = [
        _scored(
            passage, cosine, lexical.get(passage, 0.0), recent.get(passage, 0.0), foreign=passage in foreign
        )
        for passage, cosine in dense.items()
    ]
    return sorted(scored, key=lambda one: (-one.score, one.passage_id))


def _scored(passage: int, dense: float, lexical: float, recent: float, *, foreign: bool) -> Scored:
    translated = expected_lexical(dense) if foreign else 0.0
    score = dense + LEXICAL_WEIGHT * (lexical + translated) + recent
    parts = {"dense": dense, "lexical": lexical, "translated": translated}
    return Scored(passage, score, {**parts, "recent": recent})


def expected_lexical(dense: float) -> float:
    """Return the lexical score in [0, 1] that a passage of this cosine has on average in one language."""
    square, slope, constant = _EXPECTED
    return min(max(square * dense * dense + slope * dense + constant, 0.0), 1.0)


def bonus(published: PartialDate | None, asked: datetime.date) -> float:
    """Return what a passage's fused score gains, in [0, MOST]: half as much for every half-life of age.

    Args:
        published: when its article appeared: of a month or a year, the middle counts. None gains nothing.
        asked: the day of the question; what appeared later counts as of that day.
    """
    if published is None:
        return 0.0
    first, last = published.first(), min(published.last(), max(asked, published.first()))
    age = max((asked - first).days + (asked - last).days, 0) / 2
    return float(MOST * 0.5 ** (age / HALF_LIFE))
