"""What Discord's client makes of a text, written from its rules and not from the bot's.

Stricter than Discord: every rule is tried at every character, not only where a word ends.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_QUOTED = re.compile(r" *>(?:>>)? +(.*)|^ *>(?:>>)?$", re.DOTALL)
_LINE_RULES = {
    "heading": re.compile(r" *#{1,3}(?:\s+)(?=\S)"),
    "subtext": re.compile(r" *-#\s+"),
    "list": re.compile(r"\s*(?:[*+-]|\d+\.)\s+"),
    "nested quote": re.compile(r" *>(?:>>)?\s"),
}
_RULES = {
    "escape": re.compile(r"\\([^0-9A-Za-z\s])"),
    "mention": re.compile(r"<(?:@[!&]?|#)\d+>|@everyone|@here|</[^:>]*:\d+>|<id:\w+>"),
    "emoji": re.compile(r"<a?:\w+:\d+>|:\w+:"),
    "timestamp": re.compile(r"<t:(-?\d+)(?::[tTdDfFR])?>"),
    "address": re.compile(r"<?(?:https?|steam|mailto|tel):/?/?[^\s<]*[^<.,:;\"'\]\s]"),
    "invitation": re.compile(r"discord(?:app)?\.(?:gg|com/invite)/\w+"),
    "masked": re.compile(r"\[((?:\\.|[^\[\]\\])*)\]\(\s*<?((?:https?:)?[^\s<>()]*)>?\s*\)"),
    "code": re.compile(r"(`+)(.+?)\1", re.DOTALL),
    "bold": re.compile(r"\*\*((?:\\.|[^\\])+?)\*\*(?!\*)", re.DOTALL),
    "underlined": re.compile(r"__((?:\\.|[^\\])+?)__", re.DOTALL),
    "italic": re.compile(r"\*(?=\S)((?:\\.|[^\\*])+?)\*|_((?:\\.|[^\\_])+?)_", re.DOTALL),
    "struck": re.compile(r"~~((?:\\.|[^\\])+?)~~", re.DOTALL),
    "spoiler": re.compile(r"\|\|((?:\\.|[^\\])+?)\|\|", re.DOTALL),
}


@dataclass(frozen=True)
class Piece:
    """A stretch of a message: `kind` is `text` where nothing was made of it."""

    kind: str
    shown: str
    quoted: bool
    target: str = ""


def read(message: str) -> list[Piece]:
    """Return what is shown, stretch by stretch, neighbouring plain characters joined."""
    return [_joined(list(run)) for _, run in itertools.groupby(_pieces(message), key=_kind)]


def seen(message: str) -> str:
    """Return the letters that people see, without what formats them."""
    return "".join(
        seen(piece.shown[2:-2]) if piece.kind == "bold" else piece.shown for piece in read(message)
    )


def ink(text: str) -> str:
    """Return what of a text leaves ink: no spaces, no line breaks, no invisible characters."""
    return "".join(letter for letter in text if unicodedata.category(letter)[0] not in "CZ")


def _pieces(message: str) -> Iterator[Piece]:
    lines = [(_QUOTED.match(line), line) for line in message.split("\n")]
    for quoted, run in itertools.groupby(lines, key=lambda pair: pair[0] is not None):
        block = "\n".join((match.group(1) or "") if match else line for match, line in run)
        yield from _block(block, quoted=quoted)


def _block(block: str, *, quoted: bool) -> Iterator[Piece]:
    start = True
    while block:
        rules = {**(_LINE_RULES if start else {}), **_RULES}
        kind, match = next(
            ((name, found) for name, rule in rules.items() if (found := rule.match(block))), ("text", None)
        )
        if match is None:
            yield Piece("text", block[0], quoted)
            start, block = block[0] == "\n", block[1:]
        else:
            yield _piece(kind, match, quoted=quoted)
            start, block = False, block[match.end() :]


def _piece(kind: str, match: re.Match[str], *, quoted: bool) -> Piece:
    if kind == "escape":
        return Piece("text", match.group(1), quoted)
    if kind == "masked":
        inner = "".join(piece.shown for piece in read(match.group(1)))
        return Piece(kind, inner, quoted, target=match.group(2))
    return Piece(kind, match.group(), quoted)


def _kind(piece: Piece) -> object:
    return (piece.kind, piece.quoted) if piece.kind == "text" else id(piece)


def _joined(run: list[Piece]) -> Piece:
    return Piece(run[0].kind, "".join(piece.shown for piece in run), run[0].quoted, run[0].target)
