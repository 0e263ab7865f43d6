"""What one line above a pasted text says of who wrote it or when, if it says nothing else."""

import re
from dataclasses import dataclass, field

from corpus.dates import PartialDate
from corpus.reading import byline, header_line, written_dates
from corpus.reading.field_values import changed, dated, is_remark

_PIECE = re.compile(r"(?:(?<![ \t])[ \t]+)?[|·•][ \t]*|(?<![ \t])[ \t]+[–—-][ \t]+")  # noqa: RUF001 - typeset dashes
_COMMA = re.compile(r",[ \t]*")
_MOST = 90  # characters
_SECTION = 3  # words of a section, a place or a reading time beside a date


@dataclass(frozen=True, slots=True)
class Above:
    """What a line says: `days` by the field they are of, a bare `name`, or a `byline` with its "by"."""

    days: dict[str, PartialDate] = field(default_factory=dict)
    name: str | None = None
    byline: bool = False

    @property
    def who_or_when(self) -> bool:
        """Tell whether it says more than a name, which may be of anything."""
        return bool(self.days or self.byline)


def read(line: str) -> Above | None:
    """Return what a line says, if it says only who wrote the text, when, and at most in which section."""
    if len(line) > _MOST:
        return None
    said = header_line.read(line, beside=False)
    if said and not said.left and said.values.keys() <= {"published", "modified"}:
        days = {name: written_dates.read(day) for name, day in said.values.items()}
        return Above({name: day for name, day in days.items() if day})
    pieces = [piece for piece in _PIECE.split(line) if piece]
    found = [_piece(piece) for piece in pieces]
    says = [one for one in found if one]
    rest = [piece for piece, one in zip(pieces, found, strict=True) if one is None]
    if not says or any(len(piece.split()) > _SECTION for piece in rest):
        return None
    return Above(
        days={name: day for one in says for name, day in one.days.items()},
        name=next((one.name for one in says if one.name), None),
        byline=any(one.byline for one in says),
    )


def is_day(line: str) -> bool:
    """Tell whether a line is a day with at most a remark behind it."""
    found = dated(line) if line and len(line) <= _MOST else None
    return found is not None and found[0].day is not None and is_remark(found[1])


def _piece(words: str) -> Above | None:
    found = dated(words)
    if found and is_day(words):
        later = changed(found[1])
        return Above({"published": found[0]} | ({"modified": PartialDate.parse(later)} if later else {}))
    if byline.is_byline(words):
        behind = (written_dates.leading(words[comma.end() :]) for comma in _COMMA.finditer(words))
        return Above(next(({"published": day[0]} for day in behind if day and day[0].day), {}), byline=True)
    return Above(name=words) if byline.find(f"By {words}").author == words else None
