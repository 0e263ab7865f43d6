"""Fitting the regressions, and what they reach on topics that they were not fitted to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

from retrieval.calibration.table import Sample
from retrieval.confidence import THRESHOLD, Weights
from retrieval.evaluating.abstaining import auroc, binned, expected_calibration_error
from retrieval.evidence import Evidence

_FOLDS = 6
_INVERSE_PENALTY = 100.0  # next to none: nine weights and thousands of samples
# What a question of news counts beside one of an encyclopedia: there are few, and unanswerable ones are near.
_OWN, _OWN_COUNTS = "samples", 3.0

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Reached:
    """What a set of questions reaches with weights fitted to other topics, each in [0, 1]."""

    name: str
    samples: int
    auroc: float
    ece: float
    answered: float
    refused: float


def fitted(samples: Sequence[Sample]) -> Weights:
    """Fit a regression to samples."""
    seen, answerable = _numbers(samples), _answerable(samples)
    spread = seen.std(axis=0)
    spread[spread == 0] = 1.0
    # Fitted to features of equal spread, so that the penalty treats them alike.
    model = LogisticRegression(C=_INVERSE_PENALTY, max_iter=2000).fit(
        seen / spread, answerable, [_OWN_COUNTS if one.name == _OWN else 1.0 for one in samples]
    )
    weights = [round(float(weight), 3) for weight in model.coef_[0] / spread]
    return Weights(Evidence(*weights), round(float(model.intercept_[0]), 3))


def held_out(samples: Sequence[Sample]) -> list[Reached]:
    """Fit to five sixths of the topics and try the rest, in turn; return what each set reaches."""
    topics = sorted({one.topic for one in samples})
    tried: list[tuple[Sample, float]] = []
    for fold in range(_FOLDS):
        left_out = set(topics[fold::_FOLDS])
        weights = fitted([one for one in samples if one.topic not in left_out])
        tried += [(one, weights.probability(one.evidence)) for one in samples if one.topic in left_out]
    return [
        _reached(name, [(one, sure) for one, sure in tried if one.name == name])
        for name in dict.fromkeys(one.name for one in samples)
    ]


def _reached(name: str, tried: Sequence[tuple[Sample, float]]) -> Reached:
    sure = np.array([probability for _, probability in tried])
    can = _answerable(one for one, _ in tried)
    return Reached(
        name=name,
        samples=len(tried),
        auroc=auroc(sure[can], sure[~can]),
        ece=expected_calibration_error(binned(sure, can)),
        answered=float((sure[can] >= THRESHOLD).mean()),
        refused=float((sure[~can] < THRESHOLD).mean()),
    )


def _numbers(samples: Iterable[Sample]) -> Numbers:
    return np.array([list(asdict(one.evidence).values()) for one in samples])


def _answerable(samples: Iterable[Sample]) -> npt.NDArray[np.bool_]:
    return np.array([one.answerable for one in samples], dtype=bool)
