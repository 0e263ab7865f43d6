"""Sentences of the training data with their translations, in tab-separated files with a header line."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


class TableError(ValueError):
    """A data file has not the columns it should have."""


@dataclass(frozen=True, slots=True)
class Pair:
    """An English sentence, the same in another language, and where both come from."""

    english: str
    other: str
    language: str
    source: str


def read_pairs(folder: Path, languages: list[str]) -> list[Pair]:
    """Read `XX/sentences.tsv` of every language, each pair once, in the order of the files."""
    pairs = {
        Pair(english, other, language, source): None
        for language in languages
        for english, other, source in rows(folder / language / "sentences.tsv", columns=3)
    }
    return list(pairs)


def held_out(pairs: list[Pair], every: int) -> tuple[list[Pair], list[Pair]]:
    """Split off one in `every` English sentences with all its translations: (training, held out)."""
    numbers = {
        english: number for number, english in enumerate(dict.fromkeys(pair.english for pair in pairs))
    }
    training = [pair for pair in pairs if numbers[pair.english] % every]
    return training, [pair for pair in pairs if not numbers[pair.english] % every]


def english_sentences(folder: Path) -> list[str]:
    """List every English sentence of every language's pairs, once, in alphabetical order of the languages."""
    found = {row[0]: None for path in sorted(folder.glob("*/sentences.tsv")) for row in rows(path, columns=3)}
    return list(found)


def rows(path: Path, columns: int) -> Iterator[list[str]]:
    """Read the rows after the header.

    Raises:
        TableError: a row has fewer or more cells than `columns`.
    """
    with path.open(encoding="utf-8") as lines:
        next(lines, None)
        for number, line in enumerate(lines, start=2):
            cells = line.rstrip("\n").split("\t")
            if len(cells) != columns:
                message = f"{path}, line {number}: {len(cells)} columns where {columns} should be"
                raise TableError(message)
            yield cells
