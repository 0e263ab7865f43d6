"""The table that the choice of sentences is fitted to: numbers only, one line for each sentence weighed."""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, fields
from itertools import groupby
from pathlib import Path

from retrieval.weighing.merits import Merits

_THOUSANDTHS = 1000  # what numbers are written in
_NAMES = [field.name for field in fields(Merits)]


@dataclass(frozen=True, slots=True)
class Choice:
    """One question, the sentences that were weighed for it, and whether each holds an accepted answer.

    `name` is the set of questions that it comes from, `topic` what it shares with others that must not be
    learnt from when it is tried.
    """

    name: str
    topic: str
    merits: tuple[Merits, ...]
    right: tuple[bool, ...]


def write(path: Path, choices: Iterable[Choice]) -> None:
    """Write a table, compressed; the same choices make the same bytes."""
    text = io.StringIO()
    writer = csv.writer(text, dialect="excel-tab", lineterminator="\n")
    writer.writerow(["question", "set", "topic", "right", *_NAMES])
    for number, one in enumerate(choices):
        writer.writerows([number, one.name, one.topic, *cells] for cells in _cells(one))
    path.write_bytes(gzip.compress(text.getvalue().encode(), mtime=0))


def read(path: Path) -> list[Choice]:
    """Read a table that `write` has written."""
    rows = csv.reader(io.StringIO(gzip.decompress(path.read_bytes()).decode()), dialect="excel-tab")
    next(rows)
    return [_choice(list(held)) for _, held in groupby(rows, key=lambda row: row[0])]


def _cells(one: Choice) -> Iterator[list[int]]:
    for merits, right in zip(one.merits, one.right, strict=True):
        yield [int(right), *(round(value * _THOUSANDTHS) for value in astuple(merits))]


def _choice(rows: list[list[str]]) -> Choice:
    _, name, topic, *_ = rows[0]
    merits = (Merits(*(int(cell) / _THOUSANDTHS for cell in row[4:])) for row in rows)
    return Choice(name, topic, tuple(merits), tuple(row[3] == "1" for row in rows))
