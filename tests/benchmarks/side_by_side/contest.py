"""The rounds: everybody in turn, so that what else the machine does strikes all alike."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from tests.benchmarks.side_by_side.conversation import PeerFailed
from tests.benchmarks.side_by_side.material import Material
from tests.benchmarks.side_by_side.phases import ANSWER, SEARCH, Adding, Asking, add, ask, cold
from tests.benchmarks.side_by_side.rivals import Rival

_Any = TypeVar("_Any")
MANY = (4, 16)  # asking at once
_PART = 48  # questions asked at once at most


@dataclass(slots=True)
class Measured:
    """Everything that was measured of one contestant, a value a round."""

    adding: list[Adding] = field(default_factory=list)
    cold: list[float] = field(default_factory=list)
    searching: list[Asking] = field(default_factory=list)
    answering: list[Asking] = field(default_factory=list)


@dataclass(slots=True)
class Contest:
    """A contest over the same articles and questions.

    Where it `adds_once`, as takes hours with many, the other rounds only ask, and nobody's encoder is tried
    alone. `failed` says of whom it leaves out why.
    """

    rivals: Sequence[Rival]
    material: Material
    folder: Path
    adds_once: bool = False
    measured: dict[Rival, Measured] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)

    def run(self, rounds: int) -> Iterator[Rival]:
        """Measure everybody in each round, in another order each time; yield who was."""
        self.folder.mkdir(parents=True, exist_ok=True)
        articles = self.material.write(self.folder)
        for number in range(rounds):
            for rival in rotated(self.rivals, number):
                if rival.title not in self.failed:
                    try:
                        self._measure(rival, articles, number)
                    except PeerFailed as error:
                        self.failed[rival.title] = str(error)
                        self.measured.pop(rival, None)
                yield rival

    def home(self, rival: Rival) -> Path:
        """Return the folder of a contestant's store."""
        return self.folder / rival.name

    def _measure(self, rival: Rival, articles: Path, number: int) -> None:
        seen, home = self.measured.setdefault(rival, Measured()), self.home(rival)
        if not (self.adds_once and seen.adding):
            shutil.rmtree(home, ignore_errors=True)
            home.mkdir()
            seen.adding.append(add(rival, home, articles, encoder=not self.adds_once))
        questions = [one.question for one in self.material.asked]
        alone, at_once = parts(rotated(questions, number * len(questions) // 5))
        seen.cold.append(cold(rival, home, alone[0]))
        seen.searching.append(ask(rival, home, SEARCH, alone, at_once))
        if rival.answers:
            seen.answering.append(ask(rival, home, ANSWER, alone, at_once))


def parts(questions: Sequence[str]) -> tuple[Sequence[str], Mapping[int, Sequence[str]]]:
    """Return which questions are asked alone and which with several at once: none is asked twice."""
    size = min(len(questions) // 4, _PART)
    alone = len(questions) - size * len(MANY)
    several = {many: questions[alone + n * size :][:size] for n, many in enumerate(MANY)}
    return questions[:alone], several if size else {}


def rotated(sequence: Sequence[_Any], by: int) -> list[_Any]:
    """Return it beginning at another place."""
    start = by % max(len(sequence), 1)
    return [*sequence[start:], *sequence[:start]]
