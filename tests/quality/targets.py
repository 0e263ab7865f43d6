"""What the figures should reach, and whether they do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from retrieval.lab.evaluating.measures import Figures
from retrieval.lab.evaluating.run import Run
from tests.quality.measured import Pair

_FOLLOW_UPS = 20
# First quote: must, aim, before the reader; then AUROC with half of the articles hidden.
_PAIRS = {
    "English on English": ((0.87, 0.91, 0.832), (0.97, 0.985, 0.972)),
    "Dutch on Dutch": ((0.84, 0.89, 0.800), (0.95, 0.97, 0.948)),
    "English on Dutch": ((0.81, 0.87, 0.773), (0.93, 0.96, 0.929)),
}
_PRECISION, _NEAR = 0.253, 0.611  # before the reader, on the same questions; each sixth of SQuAD 2.0
_WORDS = "English on English"


@dataclass(frozen=True, slots=True)
class Target:
    """A figure with what it must be and what it should be, at least or, where less is better, at most.

    `before` is what it was before the reader, `reached` what was measured now; each None where unknown.
    """

    name: str
    must: float | None
    aim: float | None
    reached: float | None
    before: float | None = None
    less: bool = False

    @property
    def short(self) -> float | None:
        """How far it falls short of what it must be; 0 where it does not, None where that is not known."""
        if self.reached is None or self.must is None:
            return None
        return max(self.reached - self.must if self.less else self.must - self.reached, 0.0)


def of_own(run: Run) -> Iterator[Target]:
    """Return the targets of the own questions."""
    known, quoted = run.figures.abstention, run.figures.quoted
    first, either = (quoted.first, quoted.any) if quoted else (None, None)
    yield Target("own questions: first quote", 0.72, 0.82, first, 0.594)
    yield Target("own questions: any quote", 0.88, 0.93, either, 0.819)
    yield Target("own questions: answerable answered", 0.85, None, known.answered, 0.880)
    yield Target("own questions: near-unanswerable refused", 0.60, 0.80, known.refused, 0.307)
    yield Target("own questions: AUROC", 0.85, 0.92, known.auroc, 0.728)
    yield Target("own questions: calibration error", 0.08, 0.05, known.ece, 0.095, less=True)
    yield Target("own questions: shown quotes that answer", 0.70, 0.85, run.figures.precision, _PRECISION)
    followed = run.groups.get("follow-up")
    found = followed.ranking["hits@4"] if followed else None
    reached = found * _FOLLOW_UPS if found is not None else None
    yield Target(f"follow-ups that find their article, of {_FOLLOW_UPS}", 16, None, reached, 20)


def of_near(run: Run) -> Iterator[Target]:
    """Return the target of the questions half of which are near to a paragraph that does not answer."""
    yield Target("SQuAD 2.0, near-unanswerable: AUROC", 0.78, 0.86, run.figures.abstention.auroc, _NEAR)


def of_pairs(pairs: Mapping[str, Pair]) -> Iterator[Target]:
    """Return the targets for quotes, words and abstaining of the pairs that were measured."""
    for name, (first, auroc) in _PAIRS.items():
        if name in pairs:
            whole, hidden = pairs[name].whole.figures, pairs[name].hidden.figures
            yield Target(f"{name}: first quote", *first[:2], _first(whole), first[2])
            yield Target(f"{name}: AUROC", *auroc[:2], hidden.abstention.auroc, auroc[2])
    if _WORDS in pairs and (words := pairs[_WORDS].whole.figures.words):
        yield Target(f"{_WORDS}: the very words", None, 0.60, words.exact)
        yield Target(f"{_WORDS}: the very words, F1", None, 0.75, words.f1)


def _first(figures: Figures) -> float | None:
    return figures.quoted.first if figures.quoted else None
