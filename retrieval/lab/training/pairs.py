"""Sentences of the training data with their translations."""

from dataclasses import dataclass
from pathlib import Path

from retrieval.lab.training.tsv import rows


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
