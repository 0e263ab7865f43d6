"""One run of all questions: what became of each, and what that amounts to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from retrieval.lab.evaluating.asking import Outcome
from retrieval.lab.evaluating.measures import Figures, figures, groups
from retrieval.lab.evaluating.paired_test import Difference, differences


@dataclass(frozen=True, slots=True)
class Run:
    """The questions of a file asked in one way; `name` says which, and `differences` from the first run.

    `groups` are the figures of each group of questions by its name.
    """

    name: str
    outcomes: tuple[Outcome, ...]
    figures: Figures
    groups: Mapping[str, Figures]
    differences: tuple[Difference, ...] = ()


def run(name: str, outcomes: Sequence[Outcome], first: Run | None = None) -> Run:
    """Measure what became of the questions and how that differs from a `first` run of the same ones."""
    differ = differences(first.outcomes, outcomes) if first else ()
    return Run(name, tuple(outcomes), figures(outcomes), groups(outcomes), tuple(differ))
