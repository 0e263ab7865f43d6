"""The table that the regressions are fitted to: numbers only, one line for each question asked."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from retrieval.evidence import Evidence

_DIGITS = 4
_NAMES = [field.name for field in fields(Evidence)]
_COLUMNS = ["set", "topic", "foreign", "answerable", *_NAMES]


@dataclass(frozen=True, slots=True)
class Sample:
    """One question asked, with or without its article.

    `name` is the set of questions that it comes from, `topic` what it shares with others that must not be
    learnt from when it is tried. `foreign`: the best quote is in another language than the question.
    """

    name: str
    topic: str
    foreign: bool
    answerable: bool
    evidence: Evidence


def write(path: Path, samples: Iterable[Sample]) -> None:
    """Write a table."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, dialect="excel-tab", lineterminator="\n")
        writer.writerow(_COLUMNS)
        writer.writerows(_cells(one) for one in samples)


def read(path: Path) -> list[Sample]:
    """Read a table that `write` has written."""
    with path.open(encoding="utf-8", newline="") as file:
        return [_sample(row) for row in csv.DictReader(file, dialect="excel-tab")]


def _cells(one: Sample) -> list[str | float | int]:
    numbers = [round(value, _DIGITS) for value in asdict(one.evidence).values()]
    return [one.name, one.topic, int(one.foreign), int(one.answerable), *numbers]


def _sample(row: dict[str, str]) -> Sample:
    seen = Evidence(**{name: float(row[name]) for name in _NAMES})
    return Sample(row["set"], row["topic"], row["foreign"] == "1", row["answerable"] == "1", seen)
