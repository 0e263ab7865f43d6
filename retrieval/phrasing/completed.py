"""The sentences of a text that is still being written, each as soon as it is complete."""

import re
from collections.abc import Iterable, Iterator

from corpus.sentences import sentences

_OPENED, _CLOSED = "<think>", "</think>"
# After the markers of one sentence another begins, also where a quotation mark hides the full stop.
_NEXT = re.compile(r"(?<=\])\s+(?=[^\W\d_]|[\"\u201c\u2018])")
_ENDED = re.compile(r"[.!?\u2026][\"'\u201d\u2019\u00bb)]*\s*(?:\[\d+\])+$|\[\d+\]\s*[.!?\u2026]$")
# A reply that was cut off must not end an answer in half a sentence.
_WHOLE = re.compile(r"[.!?\u2026\]][\"'\u201d\u2019\u00bb)]*\s*$")
_HONORIFIC = re.compile(r"(?:^|\s)(?:dhr|mevr|mw|hr|jhr|plm|jl|a\.u\.b)\.$", re.IGNORECASE)
_BULLET = re.compile(r"^\s*(?:[-*\u2022]|\d{1,2}[.)])\s+")


def completed(pieces: Iterable[str], language: str | None) -> Iterator[str]:
    """Yield each sentence of a text that comes in pieces, with its markers, once the next one has begun.

    A line ends a sentence too; one that is cut off at the end of the text is none. How the text is cut into
    pieces changes nothing.
    """
    held = ""
    for piece in without_thoughts(pieces):
        *lines, held = (held + piece).split("\n")
        for line in lines:
            yield from _parted(line, language)
        *whole, held = _begun(held, language)
        yield from whole
    yield from (part for part in _parted(held, language) if _WHOLE.search(part))


def without_thoughts(pieces: Iterable[str]) -> Iterator[str]:
    """Leave out what a reasoning model says to itself between its tags before the answer."""
    held, waiting = "", True
    for piece in pieces:
        if not waiting:
            yield piece
            continue
        held += piece
        opening = held.lstrip()
        if opening.startswith(_OPENED) or _OPENED.startswith(opening):
            waiting = _CLOSED not in held
            rest = held.partition(_CLOSED)[2]
        else:
            waiting, rest = False, held
        if not waiting:
            yield rest
    if waiting and not held.lstrip().startswith(_OPENED):
        yield held


def _begun(line: str, language: str | None) -> list[str]:
    """Return the complete sentences of a line that goes on, and last what is not complete."""
    parted = _parted(line, language)
    # The beginning of a word decides whether a sentence ended before it: "1,9 mln. e" goes on.
    if len(parted) < 2 or " " not in parted[-1] or _unbalanced(line):  # noqa: PLR2004 - one goes on
        return [line]
    return [*parted[:-1], line[line.rindex(parted[-1]) :]]


def _parted(line: str, language: str | None) -> list[str]:
    line = _BULLET.sub("", line)
    spans = [span.of(line) for span in sentences(line, language)]
    joined: list[str] = []
    for part in (part for span in spans for part in _at_markers(span)):
        if joined and _HONORIFIC.search(joined[-1]):
            joined[-1] = f"{joined[-1]} {part}"
        else:
            joined.append(part)
    return joined


def _at_markers(span: str) -> list[str]:
    parts = [""]
    for piece in _NEXT.split(span):
        if parts[-1] and not _ENDED.search(parts[-1]):
            parts[-1] = f"{parts[-1]} {piece}"
        else:
            parts.append(piece)
    return parts[1:]


def _unbalanced(line: str) -> bool:
    """Tell whether a quotation is open: what stands in it is no sentence of its own."""
    return line.count('"') % 2 == 1 or line.count("\u201c") > line.count("\u201d")
