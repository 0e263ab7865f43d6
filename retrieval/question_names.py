"""The names and figures of a question, and whether a text holds them, in whichever language it is."""

from __future__ import annotations

import re

from corpus.text import folded

_WORD = re.compile(r"[^\W_]+(?:['\u2019.,-][^\W_]+)*")
_POSSESSIVE = re.compile(r"['\u2019]s?$")
# A name is written a little differently in another language: Normandy, Normandië. Its beginning counts.
_BEGINNING = 0.7
_SHORTEST_BEGINNING = 4
_SHORTEST_CUT = 6


def names(question: str) -> list[str]:
    """Return the words of a question that are written with a capital inside it or begin with a digit.

    Where every word has a capital, as in a headline, capitals say nothing.
    """
    written = _WORD.findall(question)
    capitals = any(word[0].islower() for word in written[1:])
    return [
        _POSSESSIVE.sub("", word)
        for place, word in enumerate(written)
        if word[0].isdecimal() or (capitals and place and word[0].isupper())
    ]


def missing(question: str, text: str) -> int:
    """Return how many names and figures of the question do not stand in the text."""
    there = folded(text)
    return sum(not _stands(folded(name), there) for name in names(question))


def _stands(name: str, text: str) -> bool:
    if name[0].isdecimal():
        return re.search(rf"(?<!\d){re.escape(name)}(?!\d)", text) is not None
    if len(name) >= _SHORTEST_CUT:
        name = name[: max(_SHORTEST_BEGINNING, int(len(name) * _BEGINNING))]
    return name in text
