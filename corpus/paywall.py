"""Where a text stops at a paywall: what the wall says, and whether the text breaks off."""

from __future__ import annotations

import re

from corpus.article import Span
from corpus.paywall_words import BESIDE, WALL

_WALL, _BESIDE = (
    re.compile(rf"\W*(?:{'|'.join(said)})\W*", re.IGNORECASE | re.DOTALL) for said in (WALL, BESIDE)
)
_BREAK = re.compile(r"\n+|(?<=[.!?\u2026])[\"'\u201d\u2019)]*[^\S\n]+(?=\S)")
_OFF = re.compile(r"(?:\u2026|\.\.\.)[\])]*\s*\Z")
_CLOSED = re.compile(r"[.!?][\"'\u201d\u2019)\]*_]*\s*\Z")
_LONGEST = 200  # characters of a sentence of a wall
_MOST = 12  # sentences of a wall
_LABEL = 40  # characters
_ENDS = (".", "!", "?", "\u2026")
_LONG = 600  # words; a text of more that ends in dots trails off as its writer meant


def before_wall(text: str) -> tuple[str, bool]:
    """Return a text without what a paywall says at its end, and whether it is only a beginning.

    A text that is nothing but a wall is left as it is.
    """
    kept, walled, rest = text, False, text.rstrip()
    for _ in range(_MOST):
        last = _last(rest)
        said = last.of(rest) if last.end - last.start <= _LONGEST else ""
        is_wall = _WALL.fullmatch(said) is not None
        if not is_wall and _BESIDE.fullmatch(said) is None and not _is_label(rest, last):
            break
        rest = rest[: last.start].rstrip()
        if is_wall:
            kept, walled = rest, True
    if not any(map(str.isalnum, kept)):
        return text, walled
    return kept, walled or (_OFF.search(kept) is not None and len(kept.split()) <= _LONG)


def ends_whole(text: str) -> bool:
    """Tell whether a text ends as a sentence does."""
    return _CLOSED.search(text) is not None and _OFF.search(text) is None


def _is_label(text: str, last: Span) -> bool:
    """Tell whether the last line is one of those that stand below any article: "Share", "Reactions (3)"."""
    said = last.of(text)
    return len(said) <= _LABEL and text[: last.start].endswith("\n") and not said.endswith(_ENDS)


def _last(text: str) -> Span:
    """Return the last sentence or line of a text."""
    ends = [match.end() for match in _BREAK.finditer(text, max(0, len(text) - 2 * _LONGEST))]
    return Span(ends[-1] if ends else 0, len(text))
