"""A table of what was seen of quotes, and whether their words answered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from retrieval.answering.confidence import Signs

_NAMES = [field.name for field in fields(Signs)]


@dataclass(frozen=True, slots=True)
class Seen:
    """A quote: the number of its `question` in its `set`, the group of its texts, whether it answers."""

    set: str
    group: str
    question: int
    answers: bool
    signs: Signs


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
