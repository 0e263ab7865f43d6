"""Fusing what the vectors and the words say of each passage.

A weighted sum of the two scores rather than of their ranks: both lie on a fixed scale, and it keeps
how much better one passage is (Bruch, Gai and Ingber 2023, "An Analysis of Fusion Functions for
Hybrid Retrieval"). The weight is flat between 0.7 and 1.5 for English; `docs/decisions.md` has the figures.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

LEXICAL_WEIGHT = 1.5


@dataclass(frozen=True, slots=True)
class Scored:
    """A passage's score, the higher the better, and its parts."""

    passage_id: int
    score: float
    parts: Mapping[str, float]


def fused(dense: Mapping[int, float], lexical: Mapping[int, float]) -> list[Scored]:
    """Return the passages of `dense`, best first; one that `lexical` lacks shares no word with the question.

    Args:
        dense: cosine of question and passage by passage id, in [-1, 1].
        lexical: share of the best possible BM25 score, in [0, 1].
    """
    scored = [_scored(passage, cosine, lexical.get(passage, 0.0)) for passage, cosine in dense.items()]
    return sorted(scored, key=lambda one: (-one.score, one.passage_id))


def _scored(passage: int, dense: float, lexical: float) -> Scored:
    return Scored(passage, dense + LEXICAL_WEIGHT * lexical, {"dense": dense, "lexical": lexical})
