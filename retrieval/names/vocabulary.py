"""The ordinary words of Dutch and English: whole words of the bundled embedding model's vocabulary."""

from __future__ import annotations

import json
from functools import cache

from retrieval.bundled_model import FOLDER

_PART = "##"  # what begins a piece that is not the beginning of a word


@cache
def ordinary_words() -> frozenset[str]:
    """Return some 40,000 words, folded; what is among them is no misspelling.

    Read only when a question has a word that no article has: it takes some tens of milliseconds, once.
    """
    written = json.loads((FOLDER / "tokenizer.json").read_text(encoding="utf-8"))
    pieces: dict[str, int] = written["model"]["vocab"]
    return frozenset(piece for piece in pieces if not piece.startswith(_PART))
