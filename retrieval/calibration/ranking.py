"""Fitting what speaks for a sentence to questions whose answers are known.

A conditional logit (McFadden 1974, "Conditional Logit Analysis of Qualitative Choice Behavior"): the chance
of a sentence among those of its question grows with the sum of its weighted merits, and that of the sentences
that hold an accepted answer is made as great as it can be.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields

import numpy as np
import numpy.typing as npt
from scipy.optimize import Bounds, minimize  # type: ignore[import-untyped]

from retrieval.calibration.choices import Choice
from retrieval.weighing.merits import Merits

_FOLDS = 6
_PENALTY = 20.0  # of squared weights, for merits of equal spread
_GRADED = 15  # the merits before those that are 1 or 0, which are left as they are: rare ones must not grow
# Being new outweighs at most 1.5 log odds, the greatest bonus being 0.1: a clearly better old sentence stays
# before it. Freely fitted it weighs 44, for the own questions are asked months after the newest sample.
_MOST_RECENT = 15.0
_OWN = "samples"
_OWN_COUNTS = 2.0  # what a question of news counts beside one of an encyclopedia
_MOST = 3  # quotes that are looked at

_RECENT = np.array([field.name == "recent" for field in fields(Merits)])

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Right:
    """Shares of a set's questions whose best sentence, or any of the best three, holds an answer."""

    name: str
    questions: int
    first: float
    any: float


@dataclass(frozen=True, slots=True)
class _Asked:
    """Questions laid end to end: `merits` (sentences, merits); `right`, and the question `of` each."""

    merits: Numbers
    right: npt.NDArray[np.bool_]
    starts: npt.NDArray[np.int64]
    of: npt.NDArray[np.int64]
    counts: Numbers


def fitted(choices: Sequence[Choice]) -> Merits:
    """Fit the weights to questions of which some sentence holds an answer."""
    asked = _laid_out([one for one in choices if any(one.right) and len(one.right) > 1])
    spread = asked.merits.std(axis=0)
    spread[spread == 0] = 1.0
    spread[_GRADED:] = 1.0
    bounds = Bounds(ub=np.where(_RECENT, _MOST_RECENT * spread, np.inf))
    args = (asked, asked.merits / spread)
    found = minimize(_loss, np.zeros(len(spread)), args=args, jac=True, method="L-BFGS-B", bounds=bounds)
    return Merits(*(round(float(weight), 2) for weight in found.x / spread))


def held_out(choices: Sequence[Choice]) -> list[Right]:
    """Fit to five sixths of the topics and try the rest, in turn; return what each set reaches."""
    topics = sorted({one.topic for one in choices})
    tried: list[tuple[Choice, list[bool]]] = []
    for fold in range(_FOLDS):
        left_out = set(topics[fold::_FOLDS])
        weights = fitted([one for one in choices if one.topic not in left_out])
        tried += [(one, _best(one, weights)) for one in choices if one.topic in left_out]
    names = dict.fromkeys(one.name for one in choices)
    return [_right(name, [best for one, best in tried if one.name == name]) for name in names]


def _right(name: str, best: Sequence[Sequence[bool]]) -> Right:
    first, either = [one[0] for one in best], [any(one) for one in best]
    return Right(name, len(best), float(np.mean(first)), float(np.mean(either)))


def _best(one: Choice, weights: Merits) -> list[bool]:
    scores = _numbers(one) @ np.array(astuple(weights))
    return [one.right[place] for place in np.argsort(-scores, kind="stable")[:_MOST]]


def _loss(weights: Numbers, asked: _Asked, merits: Numbers) -> tuple[float, Numbers]:
    """Return how unlikely the right sentences are, with the penalty, and its slope."""
    scores = merits @ weights
    odds = np.exp(scores - np.maximum.reduceat(scores, asked.starts)[asked.of])
    every, right = np.add.reduceat(odds, asked.starts), np.add.reduceat(odds * asked.right, asked.starts)
    loss = -float(asked.counts @ (np.log(right) - np.log(every))) + _PENALTY / 2 * float(weights @ weights)
    pull = (odds * asked.right / right[asked.of] - odds / every[asked.of]) * asked.counts[asked.of]
    return loss, _PENALTY * weights - merits.T @ pull


def _laid_out(choices: Sequence[Choice]) -> _Asked:
    sizes = [len(one.right) for one in choices]
    return _Asked(
        merits=np.concatenate([_numbers(one) for one in choices]),
        right=np.concatenate([np.array(one.right, dtype=np.bool_) for one in choices]),
        starts=np.cumsum([0, *sizes[:-1]]),
        of=np.repeat(np.arange(len(choices)), sizes),
        counts=np.array([_OWN_COUNTS if one.name == _OWN else 1.0 for one in choices]),
    )


def _numbers(one: Choice) -> Numbers:
    return np.array([astuple(merits) for merits in one.merits])
