"""Fitting the two regressions, and what they reach on groups that they were not fitted to."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from retrieval.answering.confidence import Signs, Weights
from retrieval.lab.evaluating.abstention import auroc, binned, expected_calibration_error

_PARTS = 5
_NAMES = [field.name for field in fields(Signs)]


@dataclass(frozen=True, slots=True)
class Seen:
    """A quote: the number of its `question` in its `set`, the group of its texts, whether it answers."""

    set: str
    group: str
    question: int
    answers: bool
    signs: Signs


@dataclass(frozen=True, slots=True)
class Fit:
    """What orders the quotes of a question, and how sure it is that the best of them answers."""

    ranking: Weights
    answering: Weights


@dataclass(frozen=True, slots=True)
class Reached:
    """Figures of a set: share of first quotes that answer where any does, AUROC, calibration error."""

    name: str
    questions: int
    first: float
    auroc: float
    ece: float


def fit(seen: Sequence[Seen]) -> Fit:
    """Fit both to all that was seen."""
    ranking = _weights(seen)
    return Fit(ranking, _weights(_best(seen, ranking)))


def held_out(seen: Sequence[Seen]) -> Iterator[Reached]:
    """Fit to four fifths of the groups and try on the rest, in turn; a figure for each set."""
    tried: list[tuple[Seen, float]] = []
    groups = [one.group for one in seen]
    for learned, left in GroupKFold(_PARTS).split(seen, groups=groups):
        fitted = fit([seen[place] for place in learned])
        best = _best([seen[place] for place in left], fitted.ranking)
        tried += [(one, _probability(fitted.answering, one.signs)) for one in best]
    answerable = {(one.set, one.question) for one in seen if one.answers}
    for name in dict.fromkeys(one.set for one in seen):
        own = [(one, sure) for one, sure in tried if one.set == name]
        truth = np.array([one.answers for one, _ in own])
        sure = np.array([probability for _, probability in own])
        can = np.array([(name, one.question) in answerable for one, _ in own])
        told = auroc(sure[truth], sure[~truth])
        error = expected_calibration_error(binned(sure, truth))
        yield Reached(name, len(own), float(truth[can].mean()), told, error)


def _weights(seen: Sequence[Seen]) -> Weights:
    matrix = np.array([astuple(one.signs) for one in seen])
    model = LogisticRegression(C=10.0, max_iter=5000)
    model.fit(matrix, [one.answers for one in seen])
    rounded = [round(float(weight), 3) for weight in model.coef_[0]]
    return Weights(Signs(*rounded), round(float(model.intercept_[0]), 3))


def _best(seen: Sequence[Seen], ranking: Weights) -> list[Seen]:
    best: dict[tuple[str, int], Seen] = {}
    for one in seen:
        key = one.set, one.question
        if key not in best or ranking.odds(one.signs) > ranking.odds(best[key].signs):
            best[key] = one
    return list(best.values())


def _probability(weights: Weights, signs: Signs) -> float:
    return float(1 / (1 + np.exp(-weights.odds(signs))))


def write(path: Path, seen: Iterable[Seen]) -> None:
    """Write the table, a quote a line."""
    lines = ["\t".join(("set", "group", "question", "answers", *_NAMES))]
    for one in seen:
        signs = (f"{value:.4g}" for value in astuple(one.signs))
        lines.append("\t".join((one.set, one.group, str(one.question), str(int(one.answers)), *signs)))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def read(path: Path) -> list[Seen]:
    """Read the table."""
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    cells = (line.split("\t") for line in lines)
    return [
        Seen(name, group, int(question), answers == "1", Signs(*map(float, signs)))
        for name, group, question, answers, *signs in cells
    ]
