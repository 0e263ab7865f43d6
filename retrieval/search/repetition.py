"""Which passages and quotes say the same: copies of one report must not crowd out the others."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from corpus import tokens
from corpus.text import folded
from retrieval.figures.reading import figures, without_figures
from retrieval.figures.sameness import in_base_unit
from retrieval.search.results import Hit

_SAME = 0.85  # share of common words from which two quotes say the same


def different(hits: Sequence[Hit]) -> Iterator[Hit]:
    """Give the passages that repeat no better one; who takes a few leaves the rest uncompared."""
    kept: list[str] = []
    for hit in hits:
        text = hit.text
        if not any(says_the_same(text, other) for other in kept):
            kept.append(text)
            yield hit


def says_the_same(one: str, other: str) -> bool:
    """Tell whether two sentences have nearly the same words (Jaccard) and exactly the same numbers.

    In digits numbers are to be written alike; in words too one is not another: `zestien` not `zeventien`.
    """
    left, right = bag(one), bag(other)
    if not left or _numbers(one) != _numbers(other):
        return one == other
    return len(left & right) >= _SAME * len(left | right) and _values(one) == _values(other)


def one_holds_the_other(
    one: str, other: str, language: str | None = None, other_language: str | None = None
) -> bool:
    """Tell whether of two answers one says all that the other does, whatever the case of its letters.

    Figures are held by their values: `8` by `eight deaths`, but not by `18`.

    Args:
        one: the words of an answer.
        other: those of the other.
        language: that of `one`, an ISO 639-1 code; None where it is not known.
        other_language: that of `other`.
    """
    if _stands(folded(one), folded(other)) or _stands(folded(other), folded(one)):
        return True
    ours, theirs = _values(one, language), _values(other, other_language)
    words, others = bag(without_figures(one, language)), bag(without_figures(other, other_language))
    held = ours <= theirs and words <= others
    return bool(ours and theirs) and (held or (theirs <= ours and others <= words))


@lru_cache(maxsize=4096)
def bag(text: str) -> frozenset[str]:
    """Return the words of a text; each text of an answer is compared with many others."""
    return frozenset(tokens.words(text))


@lru_cache(maxsize=4096)
def _numbers(text: str) -> frozenset[str]:
    return frozenset(word for word in bag(text) if word[0].isdigit())


def _stands(words: str, text: str) -> bool:
    """Tell whether words stand in a text, but not within a longer word or number."""
    return re.search(rf"(?<!\w)(?<!\d[.,]){re.escape(words)}(?!\w)(?![.,]\d)", text) is not None


def _values(text: str, language: str | None = None) -> set[tuple[object, ...]]:
    """Return what the figures of a text say, numbers in their base units."""
    return {
        (one.kind, in_base_unit(one) if isinstance(one.value, Decimal) else one.value)
        for one in figures(text, language)
    }
