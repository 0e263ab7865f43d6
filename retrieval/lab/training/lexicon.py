"""A bilingual lexicon: words of a language with their English equivalents."""

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from retrieval.lab.training.pairs import rows
from retrieval.lab.training.teacher import folded


@dataclass(frozen=True, slots=True)
class Equivalent:
    """An English word or phrase and how sure it is: its share among the equivalents of one word."""

    english: str
    weight: float


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Folded words and phrases of other languages, each with its English equivalents, surest first."""

    entries: dict[str, tuple[Equivalent, ...]]

    def english(self, word: str) -> tuple[Equivalent, ...]:
        """Look a folded word up; nothing if it is not known."""
        return self.entries.get(word, ())

    def turned(self) -> dict[str, list[tuple[str, float]]]:
        """Turn it round: folded English words with their equivalents and the weights of these."""
        found: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for word, equivalents in self.entries.items():
            for equivalent in equivalents:
                found[folded(equivalent.english)].append((word, equivalent.weight))
        return dict(found)


def read_lexicon(folder: Path, languages: list[str], at_most: int = 6) -> Lexicon:
    """Read `XX/lexicon.tsv` of every language.

    Args:
        folder: the folder of the languages.
        languages: which of them.
        at_most: how many equivalents of a word to keep; those further down share few senses with it.
    """
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    for language in languages:
        for word, english, synsets in rows(folder / language / "lexicon.tsv", columns=3):
            known = counts[folded(word)]
            known[english] = max(known.get(english, 0), int(synsets))
    return Lexicon({word: _shares(known, at_most) for word, known in counts.items()})


def _shares(synsets: dict[str, int], at_most: int) -> tuple[Equivalent, ...]:
    best = sorted(synsets.items(), key=lambda item: -item[1])[:at_most]
    total = sum(count for _, count in best)
    return tuple(Equivalent(english, count / total) for english, count in best)
