"""The names and figures of a question, and whether a text holds them, in whichever language it is."""

from __future__ import annotations

import re

from corpus.text import folded
from retrieval.question_figures import given

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


def is_figure(name: str) -> bool:
    """Tell whether a name is a number, a year or an identifier; 3 is none: it may be written "drie"."""
    return len(name) > 1 and any(sign.isdecimal() for sign in name)


def missing(question: str, text: str) -> list[str]:
    """Return the names and figures of the question that do not stand in the text."""
    there = folded(text)
    absent = [name for name in names(question) if not _stands(folded(name), there)]
    return [name for name in absent if not (name[0].isdecimal() and given(name, question, text))]


def _stands(name: str, text: str) -> bool:
    if is_figure(name):
        # 1,500 is 1.500 and 1500 elsewhere.
        written = "[.,]?".join(map(re.escape, re.split("[.,]", name)))
        return re.search(rf"(?<![^\W_]){written}(?![^\W_])", text) is not None
    if len(name) >= _SHORTEST_CUT:
        name = name[: max(_SHORTEST_BEGINNING, int(len(name) * _BEGINNING))]
    return name in text
