"""Whether one way to answer is better than another: the same questions, a paired test.

Fisher's randomisation test, as Smucker, Allan and Carterette 2007 recommend for retrieval ("A Comparison of
Statistical Significance Tests for Information Retrieval Evaluation"): it assumes nothing about how the
differences are spread, of which most are 0 here, where Wilcoxon's test and Student's do.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import stats  # type: ignore[import-untyped]

from retrieval.lab.evaluating.asking import Outcome
from retrieval.lab.evaluating.ranking import ranking

SIGNIFICANT = 0.05
_DRAWS = 9999
_SEED = 1


@dataclass(frozen=True, slots=True)
class Difference:
    """How one measure differs: means `before` and `after` over the same questions.

    `p` is the chance of a difference at least as great if there were none. `better` and `worse` are the
    places of the questions that gained and lost, with by how much, greatest first.
    """

    measure: str
    before: float
    after: float
    p: float
    better: tuple[tuple[int, float], ...]
    worse: tuple[tuple[int, float], ...]


def differences(before: Sequence[Outcome], after: Sequence[Outcome]) -> list[Difference]:
    """Compare two runs of the same questions, in each measure that some question has."""
    first, second = _values(before), _values(after)
    names = dict.fromkeys(name for one in first for name in one)
    return [_difference(name, first, second) for name in names]


def _difference(
    name: str, before: Sequence[Mapping[str, float]], after: Sequence[Mapping[str, float]]
) -> Difference:
    places = [place for place, one in enumerate(before) if name in one]
    old = np.array([before[place][name] for place in places])
    new = np.array([after[place][name] for place in places])
    changed = sorted(
        ((place, float(by)) for place, by in zip(places, new - old, strict=True) if by),
        key=lambda one: -abs(one[1]),
    )
    return Difference(
        measure=name,
        before=float(old.mean()),
        after=float(new.mean()),
        p=significance([by for _, by in changed]),
        better=tuple(one for one in changed if one[1] > 0),
        worse=tuple(one for one in changed if one[1] < 0),
    )


def significance(changed: Sequence[float]) -> float:
    """Return p, two-sided, for the differences of paired values; those that are 0 change nothing.

    Up to 13 differences all signs are tried, beyond 9,999 draws.
    """
    if not changed:
        return 1.0
    if len(changed) == 1:
        return 1.0  # one question says nothing: either sign was as likely
    tested = stats.permutation_test(
        (np.array(changed),),
        lambda drawn, axis: np.sum(drawn, axis=axis),
        permutation_type="samples",
        vectorized=True,
        n_resamples=_DRAWS,
        rng=np.random.default_rng(_SEED),
    )
    return float(tested.pvalue)


def _values(outcomes: Sequence[Outcome]) -> list[dict[str, float]]:
    """Return what each question is worth by each measure, in [0, 1]."""
    return [
        {**ranked, **_quoted(one), **_decided(one)}
        for ranked, one in zip(ranking(outcomes), outcomes, strict=True)
    ]


def _quoted(one: Outcome) -> dict[str, float]:
    if not one.asked.answers:
        return {}
    return {"answer in first quote": float(one.first_holds), "answer in any quote": float(one.any_holds)}


def _decided(one: Outcome) -> dict[str, float]:
    if one.asked.answerable is None:
        return {}
    return {"rightly answered or refused": float(one.asked.answerable != one.answer.abstained)}
