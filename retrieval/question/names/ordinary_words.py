"""The ordinary words of Dutch and English: whole words of the bundled embedding model's vocabulary."""

import json
from functools import cache

from retrieval.language.spelling import nearest, slips
from retrieval.models.bundled_embedder import FOLDER

_SHORTEST = 5  # letters; shorter words turn into others by one slip
_PART = "##"  # what begins a piece that is not the beginning of a word


@cache
def ordinary_words() -> frozenset[str]:
    """Return some 40,000 words, folded; what is among them is no misspelling.

    Read only when a question has a word that no article has: it takes some tens of milliseconds, once.
    """
    written = json.loads((FOLDER / "tokenizer.json").read_text(encoding="utf-8"))
    pieces: dict[str, int] = written["model"]["vocab"]
    return frozenset(piece for piece in pieces if not piece.startswith(_PART))


def swapped_or_doubled(word: str) -> str | None:
    """Return the ordinary word that is meant by a folded one with two letters swapped, or one doubled or not.

    None where there is none or more than one: "wovles" is "wolves", "casual" may be many things.
    """
    if len(word) < _SHORTEST:
        return None
    swapped = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)}
    doubled = {word[:at] + word[at - 1] + word[at:] for at in range(1, len(word) + 1)}
    undoubled = {word[:at] + word[at + 1 :] for at in range(1, len(word)) if word[at] == word[at - 1]}
    found = ((swapped | doubled | undoubled) & ordinary_words()) - {word}
    return found.pop() if len(found) == 1 else None


def nearly(word: str) -> list[str]:
    """Return the ordinary words that a folded one is but for one slip of the pen, in the order of letters."""
    near = nearest(word, ordinary_words(), 1) if len(word) >= _SHORTEST else {}
    return sorted(one for one in near if slips(word, one, name=False) == 1)
