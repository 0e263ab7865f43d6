"""How sure an answer is: the probability that the question is answered by what was found.

A logistic regression, fitted on XQuAD-dev (612 questions in English and as many in Dutch, on articles in the
one and in the other), each question once with its article and once with that article hidden. Features are
those of the best sentence and of the search, never a rank: see `docs/decisions.md` for what it reaches.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.quoting import Quote
from retrieval.search import Found

THRESHOLD = 0.5
_WIDEST = 0.4  # of margins: beyond, a wider one says no more


@dataclass(frozen=True, slots=True)
class _Fitted:
    """The weights of one regression."""

    dense: float
    coverage: float
    margin: float
    intercept: float


_SAME_LANGUAGE = _Fitted(dense=3.91, coverage=8.49, margin=7.85, intercept=-6.23)
_TWO_LANGUAGES = _Fitted(dense=6.42, coverage=1.87, margin=8.07, intercept=-4.39)


def confidence(found: Found, quotes: Sequence[Quote]) -> float:
    """Return the probability in [0, 1] that the best of `quotes`, which come best first, answers."""
    if not quotes:
        return 0.0
    best = quotes[0]
    foreign = found.words.foreign_to(best.article.draft.language)
    fitted = _TWO_LANGUAGES if foreign else _SAME_LANGUAGE
    evidence = fitted.dense * best.dense + fitted.coverage * best.coverage + fitted.margin * _margin(found)
    return 1 / (1 + math.exp(-(evidence + fitted.intercept)))


def _margin(found: Found) -> float:
    """Return by how much the best passage outdoes the best of any other article; 0 where there is none."""
    first = found.hits[0]
    other = next((hit for hit in found.hits if hit.article.id != first.article.id), first)
    return min(max(first.score - other.score, 0.0), _WIDEST)
