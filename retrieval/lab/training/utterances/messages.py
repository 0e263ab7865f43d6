"""The messages that kinds are learnt from, and those held out: tables of kind, language, message."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import retrieval.question.utterances
from retrieval.question.utterances.kinds import Kind

DATA = Path(retrieval.question.utterances.__file__).parent / "data"
TRAIN, HELD_OUT = DATA / "train.tsv", DATA / "held_out.tsv"
_WORD = re.compile(r"\w+")
_RUN = 4  # words


@dataclass(frozen=True, slots=True)
class Message:
    """A message as somebody might write it, what is meant by it, and its main language."""

    kind: Kind
    language: str
    text: str


def read(path: Path) -> list[Message]:
    """Read a table, whose first line names its columns."""
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    cells = (line.split("\t") for line in lines)
    return [Message(Kind(kind), language, text) for kind, language, text in cells]


def plain(text: str) -> str:
    """Return a text by which two that differ in capitals and signs alone are the same."""
    return " ".join(_WORD.findall(text.casefold())) or text


def runs(text: str) -> frozenset[tuple[str, ...]]:
    """Return the runs of four words of a text."""
    words = _WORD.findall(text.casefold())
    return frozenset(tuple(words[start : start + _RUN]) for start in range(len(words) - _RUN + 1))


def apart(learnt: Iterable[Message], held_out: Sequence[Message]) -> list[Message]:
    """Return the messages that are like none held out.

    Alike are two that differ in capitals and signs alone, or where more than half of the runs of four words
    of the one held out stand in the other.
    """
    same = {plain(one.text) for one in held_out}
    standing = defaultdict(list)
    for one in held_out:
        for run in runs(one.text):
            standing[run].append(one.text)

    def alike(text: str) -> bool:
        shared = [held for run in runs(text) for held in standing.get(run, ())]
        return plain(text) in same or any(shared.count(held) * 2 > len(runs(held)) for held in shared)

    return [one for one in learnt if not alike(one.text)]
