"""What the figures should reach, and whether they do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from retrieval.evaluating.run import Run
from tests.quality.measured import Pair

EN_EN, EN_NL = "English on English", "English on Dutch"
_FOLLOW_UPS = 20


@dataclass(frozen=True, slots=True)
class Target:
    """A figure with what it should be, at least or, where less is better, at most."""

    name: str
    wanted: float
    reached: float | None
    less: bool = False

    @property
    def short(self) -> float | None:
        """How far it falls short; 0 where it is reached, None where it was not measured."""
        if self.reached is None:
            return None
        return max(self.reached - self.wanted if self.less else self.wanted - self.reached, 0.0)


def of_own(run: Run) -> Iterator[Target]:
    """Return the target for follow-ups: 16 of 20 find their article, among the first four here."""
    followed = run.groups.get("follow-up")
    found = followed.ranking["hits@4"] if followed else None
    yield Target(f"follow-ups that find their article, of {_FOLLOW_UPS}", 16, _of_twenty(found))


def _of_twenty(share: float | None) -> float | None:
    return share * _FOLLOW_UPS if share is not None else None


def of_pairs(pairs: Mapping[str, Pair]) -> Iterator[Target]:
    """Return the targets for quotes and abstaining of the pairs that were measured."""
    wanted: list[tuple[str, str, float, Callable[[Pair], float | None]]] = [
        (EN_EN, "accepted answer in the first quote", 0.76, _first),
        (EN_EN, "accepted answer in one of three quotes", 0.92, _any),
        (EN_NL, "accepted answer in the first quote", 0.68, _first),
        (EN_NL, "accepted answer in one of three quotes", 0.85, _any),
        *((name, "AUROC", least, _auroc) for name, least in ((EN_EN, 0.90), (EN_NL, 0.85))),
        *((name, "answerable answered", 0.75, _answered) for name in (EN_EN, EN_NL)),
        *((name, "unanswerable refused", 0.85, _refused) for name in (EN_EN, EN_NL)),
    ]
    for name, what, least, of in wanted:
        if name in pairs:
            yield Target(f"{name}: {what}", least, of(pairs[name]))
    for name in (EN_EN, EN_NL):
        if name in pairs:
            error = pairs[name].hidden.figures.abstention.ece
            yield Target(f"{name}: calibration error", 0.05, error, less=True)


def _first(pair: Pair) -> float | None:
    quoted = pair.whole.figures.quoted
    return quoted.first if quoted else None


def _any(pair: Pair) -> float | None:
    quoted = pair.whole.figures.quoted
    return quoted.any if quoted else None


def _auroc(pair: Pair) -> float | None:
    return pair.hidden.figures.abstention.auroc


def _answered(pair: Pair) -> float | None:
    return pair.hidden.figures.abstention.answered


def _refused(pair: Pair) -> float | None:
    return pair.hidden.figures.abstention.refused
