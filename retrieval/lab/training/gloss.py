"""English sentences with words replaced by their equivalents in another language."""

import random
from dataclasses import dataclass

from retrieval.lab.training.alignment import Counts
from retrieval.lab.training.lexicon import Lexicon
from retrieval.lab.training.teacher import words

_LONGEST = 3
_COMMON = 5.0
_RARE = 0.5
_SHARE = 0.2

Choices = dict[str, tuple[list[str], list[float]]]


@dataclass(frozen=True, slots=True)
class Glossary:
    """Equivalents of English words and phrases in another language, with their weights."""

    choices: Choices

    def gloss(self, sentence: str, share: float, chance: random.Random) -> str:
        """Replace about this share of the words that are known, the longest phrases first."""
        left = words(sentence)
        said: list[str] = []
        while left:
            length, found = self._longest(left)
            replaced = bool(found) and chance.random() < share
            said.append(chance.choices(*found)[0] if found and replaced else " ".join(left[:length]))
            left = left[length:]
        return " ".join(said)

    def _longest(self, left: list[str]) -> tuple[int, tuple[list[str], list[float]] | None]:
        for length in range(min(_LONGEST, len(left)), 0, -1):
            found = self.choices.get(" ".join(left[:length]))
            if found:
                return length, found
        return 1, None


def glossary(aligned: Counts, lexicon: Lexicon) -> Glossary:
    """Build a glossary from aligned words, and from the lexicon where no alignment is certain."""
    weights: dict[str, dict[str, float]] = {}
    for other, seen in aligned.items():
        for english, count in seen.items():
            weights.setdefault(english, {})[other] = count
    strong = {english: _sure(found) for english, found in weights.items()}
    for english, listed in lexicon.turned().items():
        total = sum(weight for _, weight in listed)
        known = strong.setdefault(english, {})
        for other, weight in listed:
            known[other] = known.get(other, 0.0) + weight / total
    return Glossary(
        {
            english: (list(found), list(found.values()))
            for english, found in strong.items()
            if found and english[:1].isalpha()
        }
    )


def _sure(found: dict[str, float]) -> dict[str, float]:
    """Keep what makes up a fifth of the sightings; weights are capped, so that rare words come too."""
    total = sum(found.values())
    return {
        other: min(count, _COMMON) for other, count in found.items() if count > max(_RARE, _SHARE * total)
    }
