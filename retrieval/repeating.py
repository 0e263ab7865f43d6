"""Which passages and quotes say the same: copies of one report must not crowd out the others."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from corpus import tokens
from corpus.text import folded
from retrieval.results import Hit

_SAME = 0.85  # share of common words from which two quotes say the same


def different(hits: Sequence[Hit]) -> list[Hit]:
    """Leave out passages that repeat a better one."""
    kept: list[Hit] = []
    for hit in hits:
        if not any(says_the_same(hit.text, other.text) for other in kept):
            kept.append(hit)
    return kept


def says_the_same(one: str, other: str) -> bool:
    """Tell whether two sentences have nearly the same words (Jaccard) and exactly the same numbers."""
    left, right = bag(one), bag(other)
    if not left or {word for word in left ^ right if word[0].isdigit()}:
        return one == other
    return len(left & right) >= _SAME * len(left | right)


def one_holds_the_other(words: str, others: str) -> bool:
    """Tell whether of two answers one says all that the other does, whatever the case of its letters."""
    one, other = folded(words), folded(others)
    return one in other or other in one


@lru_cache(maxsize=4096)
def bag(text: str) -> frozenset[str]:
    """Return the words of a text; each text of an answer is compared with many others."""
    return frozenset(tokens.words(text))
