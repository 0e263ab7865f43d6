"""Whether the hyphen at a line's end belongs to its word, or to the margin that cut the word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.reading.pdf_spelling import has_hyphen, whole

_TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")  # noqa: RUF001 - the apostrophe of typeset words
_ENDING = re.compile(r"(?:['’]?s|en|e|n)$")  # noqa: RUF001 - the same
_DOUBLED = re.compile(r"(\w)\1$")  # "top" and "toppen"
_SHORT = 4  # letters; what is shorter has no ending to lose
_SHARED = re.compile(r"(?:en|of|and|or|und|oder|to|tot|t/m)(?=\s|$)")
# What makes a word of the name itself: "Duits-land", "Nederland-se", "Amerika-nen".
_OF_NAME = re.compile(r"\w{1,4}\b|land|aans?e?\b|isch|stad|dorp|burg|veen|kerk|haven")
_ADDRESS = re.compile(r"://|@|^www\.")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in small letters, their endings left off; its names; the language it is in."""

    known: frozenset[str]
    names: frozenset[str]
    language: str | None

    @classmethod
    def of(cls, lines: Iterable[str], language: str | None) -> Words:
        """Return the words that stand whole within a line."""
        found = {token for line in lines for token in _TOKEN.findall(_within(line))}
        names = {token for token in found if token[0].isupper() and token.lower() not in found}
        return cls(frozenset(map(_stem, found)), frozenset(names), language)

    def has(self, word: str) -> bool:
        """Tell whether the text has the word, in the singular or the plural."""
        return _stem(word) in self.known


def join(before: str, after: str, words: Words) -> str:
    """Return two lines as one, where the first ends in a hyphen.

    "in-" and "en uitvaart" stay two words; "oud-" and "minister" keep the hyphen; "mi-" and "nister" lose it.
    The same word elsewhere in the text decides, then what the two languages prescribe.
    """
    if _SHARED.match(after):
        return f"{before} {after}"
    left = before[:-1].rsplit(maxsplit=1)[-1]
    right = _TOKEN.match(after)
    if right is None or _is_real(left, right[0], words):
        return before + after
    return before[:-1] + whole(left, after, words.language)


def _is_real(left: str, right: str, words: Words) -> bool:
    if _ADDRESS.search(left):
        return True
    half = (_TOKEN.findall(left) or [""])[-1]
    if words.has(f"{half}-{right}"):
        return True
    if words.has(half + right):
        return False
    return _is_of_name(half, right, words) or has_hyphen(left, right, words.language)


def _is_of_name(left: str, right: str, words: Words) -> bool:
    """Tell whether a noun follows a name that the text has by itself, as in Dutch "Wubbels-aanhanger"."""
    return words.language == "nl" and left in words.names and _OF_NAME.match(right) is None


def _within(line: str) -> str:
    """Return a line without the half word that it may end in."""
    return line.rpartition(" ")[0] if line.endswith("-") else line


def _stem(word: str) -> str:
    small = word.lower()
    return _DOUBLED.sub(r"\1", _ENDING.sub("", small)) if len(small) > _SHORT else small
