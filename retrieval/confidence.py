"""How sure an answer is: the probability that the question is answered by what was found.

A logistic regression, fitted on XQuAD-dev (612 questions in English and as many in Dutch, on articles in the
one and in the other), each question once with its article and once with that article hidden. Features are
those of the best sentence and of the search, never a rank: see `docs/decisions.md` for what it reaches.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.quoting import Quote, chosen
from retrieval.search import Found

THRESHOLD = 0.5
_ORDINARY = 0.1
_WIDEST = 0.4  # of margins: beyond, a wider one says no more


@dataclass(frozen=True, slots=True)
class _Fitted:
    """The weights of one regression."""

    dense: float
    coverage: float
    margin: float
    intercept: float


_SAME_LANGUAGE = _Fitted(dense=4.96, coverage=6.17, margin=7.89, intercept=-6.37)
_TWO_LANGUAGES = _Fitted(dense=6.28, coverage=2.76, margin=5.36, intercept=-5.07)


def confidence(found: Found, quotes: Sequence[Quote]) -> float:
    """Return the probability in [0, 1] that the best of `quotes`, which come best first, answers."""
    if not quotes:
        return 0.0
    best = quotes[0]
    foreign = found.words.foreign_to(best.article.draft.language)
    fitted = _TWO_LANGUAGES if foreign else _SAME_LANGUAGE
    margin = _margin(found, quotes)
    evidence = fitted.dense * best.dense + fitted.coverage * best.coverage + fitted.margin * margin
    return 1 / (1 + math.exp(-(evidence + fitted.intercept)))


def _margin(found: Found, quotes: Sequence[Quote]) -> float:
    """Return by how much the best passage outdoes the best of any other article.

    Articles that say the same as the best quote agree rather than compete. Where no other is left, as
    in a corpus of one article, the margin is not known and an ordinary one is taken.
    """
    first, best = found.hits[0], quotes[0]
    agreeing = {one.article.id for group in chosen([best], found.hits) for one in group}
    agreeing.add(first.article.id)
    other = next((hit for hit in found.hits if hit.article.id not in agreeing), None)
    return min(max(first.score - other.score, 0.0), _WIDEST) if other else _ORDINARY
