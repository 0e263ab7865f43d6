"""What the first lines of a pasted article say: its address, title, author and day, each on a line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from corpus.dates import PartialDate
from corpus.reading import byline, header_line, title
from corpus.reading.field_values import dated, is_remark
from corpus.reading.fields import is_address
from corpus.reading.written_dates import leading

_OPENING = 8  # lines with something on them
_PIECE = re.compile(r"[ \t]*[|·•][ \t]*|[ \t]+[–—-][ \t]+")  # noqa: RUF001 - typeset dashes
_COMMA = re.compile(r",[ \t]*")
_EMPHASIS = "*_ \t"
_MOST = 90  # characters of a line that only says who and when
_SECTION = 3  # words of a section, a place or a reading time beside a date


@dataclass(frozen=True, slots=True)
class Pasted:
    """What stands above a text; None where nothing does. `text` is all but the address."""

    text: str
    url: str | None = None
    title: str | None = None
    author: str | None = None
    published: PartialDate | None = None
    modified: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class _Above:
    """What one line above a text says."""

    days: dict[str, PartialDate] = field(default_factory=dict)
    name: str | None = None


def read(text: str) -> Pasted:
    """Return what the first lines of a text without a header say.

    Title, author and day stay in the text: that they are such is a conclusion, and may be a wrong one.
    An address alone on the first line is no prose and leaves it. A day is not taken where more such lines
    follow, for then they head the entries of a diary or a timeline.
    """
    url, body = _address(text)
    lines = [line.strip(_EMPHASIS) for line in body.split("\n")]
    above = [_above(line) for line in _filled(lines)]
    days = {name: day for found in reversed(above) if found for name, day in found.days.items()}
    heads = _days_below(lines) > 1
    return Pasted(
        text=body,
        url=url,
        title=title.first_line(body) or _title(lines),
        author=_author(lines, body),
        published=None if heads else days.get("published"),
        modified=None if heads else days.get("modified"),
    )


def _address(text: str) -> tuple[str | None, str]:
    first, _, rest = text.lstrip().partition("\n")
    address = first.strip().removeprefix("<").removesuffix(">")
    return (address, rest.strip()) if is_address(address) else (None, text)


def _filled(lines: list[str]) -> list[str]:
    return [line for line in lines if line][:_OPENING]


def _above(line: str) -> _Above | None:
    """Return what a line says, if it says only who wrote the text, when, and at most in which section."""
    if len(line) > _MOST:
        return None
    said = header_line.read(line, beside=False)
    if said and not said.left and said.values.keys() <= {"published", "modified"}:
        return _Above(
            {name: PartialDate.parse(day) for name, day in said.values.items() if day[:4].isdigit()}
        )
    pieces = [piece for piece in _PIECE.split(line) if piece]
    found = [_piece(piece) for piece in pieces]
    days = {name: day for one in found if one for name, day in one.days.items()}
    names = [one.name for one in found if one and one.name]
    rest = [piece for piece, one in zip(pieces, found, strict=True) if one is None]
    only = (days or names) and all(len(piece.split()) <= _SECTION for piece in rest)
    return _Above(days, names[0] if names else None) if only else None


def _piece(words: str) -> _Above | None:
    found = dated(words)
    if found and found[0].day and is_remark(found[1]):
        return _Above({"published": found[0]})
    if byline.is_byline(words):
        behind = (leading(words[comma.end() :]) for comma in _COMMA.finditer(words))
        return _Above(next(({"published": day[0]} for day in behind if day and day[0].day), {}))
    return _Above(name=words) if byline.find(f"By {words}").author == words else None


def _days_below(lines: list[str]) -> int:
    """Return how many lines of a text are a day and nothing else that is prose."""
    found = (dated(line) for line in lines if 0 < len(line) <= _MOST)
    return sum(day is not None and day[0].day is not None and is_remark(day[1]) for day in found)


def _title(lines: list[str]) -> str | None:
    """Return the first line where who and when stand right below it."""
    first, below = [*_filled(lines), "", ""][:2]
    return first if title.reads_as_title(first) and _says_who_or_when(below) else None


def _says_who_or_when(line: str) -> bool:
    said = _above(line)
    return byline.is_byline(line) or (said is not None and bool(said.days))


def _author(lines: list[str], text: str) -> str | None:
    """Return a name that stands alone beside a day, below a first line, and is used as no place or paper."""
    filled = _filled(lines)
    for number, line in enumerate(filled[1:], 1):
        said = _above(line)
        beside = map(_above, filled[number - 1 : number + 2])
        if said and said.name and any(one and one.days for one in beside) and _is_person(said.name, text):
            return said.name
    return None


def _is_person(name: str, text: str) -> bool:
    place = re.search(rf"\b(?:in|te|uit|naar|from|to|at) {re.escape(name)}\b", text)
    return place is None and byline.find(f"By {name}, {name}").outlet is None
