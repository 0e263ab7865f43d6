"""How well the bot knows what it does not know: risk and coverage, calibration, both kinds of error."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import stats  # type: ignore[import-untyped]

from retrieval.lab.evaluating.asking import Outcome

BINS = 10  # of equal width, for calibration
_MOST_POINTS = 101


@dataclass(frozen=True, slots=True)
class Bin:
    """The questions whose confidence lies in one tenth of [0, 1]; `answerable` is the share that is."""

    questions: int
    confidence: float
    answerable: float


@dataclass(frozen=True, slots=True)
class Abstention:
    """Figures of answering and abstaining, each None where nothing is known that it could be told by.

    `auroc`: the chance that an answerable question is given more confidence than an unanswerable one.
    `risk_coverage`: pairs of the share of questions answered, surest first, and the share of those
    answers that are wrong. `answered`: the share of the answerable that are answered; `refused`: the share of
    the unanswerable that are not. `ece`: expected calibration error over ten bins.
    """

    auroc: float | None
    risk_coverage: tuple[tuple[float, float], ...] | None
    answered: float | None
    refused: float | None
    ece: float | None
    bins: tuple[Bin, ...]


def abstention(outcomes: Sequence[Outcome]) -> Abstention:
    """Return the figures of all questions of which it is known whether they can be answered."""
    judged = [one for one in outcomes if one.asked.answerable is not None]
    sure = np.array([one.answer.confidence for one in judged])
    can = np.array([bool(one.asked.answerable) for one in judged], dtype=bool)
    given = np.array([not one.answer.abstained for one in judged], dtype=bool)
    both = bool(can.any() and not can.all())
    bins = binned(sure, can) if both else ()
    return Abstention(
        auroc=auroc(sure[can], sure[~can]) if both else None,
        risk_coverage=risk_coverage(judged),
        answered=float(given[can].mean()) if can.any() else None,
        refused=float((~given[~can]).mean()) if not can.all() else None,
        ece=expected_calibration_error(bins) if both else None,
        bins=bins,
    )


def right(outcome: Outcome) -> bool | None:
    """Tell whether the quotes answer the question, were they given; None where that is not known.

    An accepted answer stands in one of them; where none is named, they come from a relevant article.
    """
    asked = outcome.asked
    if asked.answerable is False:
        return False
    if asked.answers:
        return outcome.any_holds
    if asked.relevant:
        return any(one.article.id in asked.relevant for one in outcome.answer.citations) or (
            outcome.answer.abstained and bool(asked.relevant.intersection(outcome.found[:1]))
        )
    return None


def risk_coverage(outcomes: Sequence[Outcome]) -> tuple[tuple[float, float], ...] | None:
    """Return shares answered and shares of those that are wrong, surest questions first.

    The curve of El-Yaniv and Wiener 2010, "On the Foundations of Noise-free Selective Classification".
    Questions of equal confidence are answered together. At most about a hundred points are kept.
    """
    judged = [(one.answer.confidence, right(one)) for one in outcomes]
    ordered = sorted(((sure, ok) for sure, ok in judged if ok is not None), key=lambda one: -one[0])
    if not ordered:
        return None
    wrong = np.cumsum([not ok for _, ok in ordered])
    ends = [n for n, (sure, _) in enumerate(ordered, start=1) if n == len(ordered) or ordered[n][0] < sure]
    kept = [ends[n] for n in np.unique(np.linspace(0, len(ends) - 1, _MOST_POINTS).round().astype(int))]
    return tuple((end / len(ordered), float(wrong[end - 1]) / end) for end in kept)


def auroc(positive: np.ndarray, negative: np.ndarray) -> float:
    """Return the area under the ROC curve: Mann and Whitney's U as a share; ties count half."""
    return float(stats.mannwhitneyu(positive, negative).statistic / (len(positive) * len(negative)))


def binned(confidence: np.ndarray, answerable: np.ndarray) -> tuple[Bin, ...]:
    """Put questions into ten bins of equal width by their confidence, shape (n,); empty bins are left out."""
    place = np.clip((confidence * BINS).astype(int), 0, BINS - 1)
    within = [place == n for n in range(BINS)]
    return tuple(
        Bin(int(here.sum()), float(confidence[here].mean()), float(answerable[here].mean()))
        for here in within
        if here.any()
    )


def expected_calibration_error(bins: Sequence[Bin]) -> float:
    """Return how far confidence and truth lie apart (Naeini et al. 2015), weighted by questions."""
    total = sum(one.questions for one in bins)
    return sum(one.questions * abs(one.confidence - one.answerable) for one in bins) / total
