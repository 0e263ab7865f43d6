"""Dates as people and pages write them, with the precision they are written in."""

from __future__ import annotations

import re

from corpus.dates import PartialDate

_MONTHS = (
    ("january", "januari", "jan"),
    ("february", "februari", "feb"),
    ("march", "maart", "mar", "mrt"),
    ("april", "apr"),
    ("may", "mei"),
    ("june", "juni", "jun"),
    ("july", "juli", "jul"),
    ("august", "augustus", "aug"),
    ("september", "sept", "sep"),
    ("october", "oktober", "oct", "okt"),
    ("november", "nov"),
    ("december", "dec"),
)
_NUMBER = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_NAME = "(?P<name>" + "|".join(sorted(_NUMBER, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?P<year>(?:1[5-9]|2\d)\d\d)"
_END = r"(?![\d/]|[-.]\d)"
_WEEKDAY = (
    r"(?:(?:maan|dins|woens|donder|vrij|zater|zon|mon|tues|wednes|thurs|fri|satur|sun)(?:dag|day)"
    r"|ma|di|wo|do|vr|za|zo|mon|tue|wed|thu|fri|sat|sun)\b\.?,?\s+"
)
_WRITTEN = tuple(
    re.compile(rf"\s*(?:{_WEEKDAY})?{form}{_END}", re.IGNORECASE)
    for form in (
        rf"{_YEAR}-(?P<month>\d{{1,2}})-(?P<day>\d{{1,2}})(?=\D|$)",
        rf"{_YEAR}(?P<month>\d\d)(?P<day>\d\d)(?=\D|$)",
        rf"{_YEAR}/(?P<month>\d{{1,2}})/(?P<day>\d{{1,2}})",
        rf"{_YEAR}-(?P<month>\d{{1,2}})",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|e)?\s+(?:of\s+)?{_NAME},?\s+{_YEAR}",
        rf"{_NAME}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}",
        rf"{_NAME},?\s+{_YEAR}",
        rf"(?P<first>\d{{1,2}})(?P<mark>[-/.])(?P<second>\d{{1,2}})(?P=mark){_YEAR}",
        _YEAR,
    )
)
_TIME = re.compile(
    r"(?:T\d{4}(?:\d\d)?|[T,\s]*(?:(?:at|om)\s+)?\d{1,2}[:.]\d\d(?:[:.]\d\d(?:[.,]\d+)?)?)"
    r"(?:\s*(?:uur|[ap]\.?m\.?))?(?:\s*(?:Z|UTC|GMT|CES?T|E[SD]T|P[SD]T|BST|[+-]\d\d:?\d\d))?(?!\w)",
    re.IGNORECASE,
)


def leading(line: str) -> tuple[PartialDate, str] | None:
    """Return the date a line opens with and what follows it and its time of day, or None."""
    for written in _WRITTEN:
        match = written.match(line)
        date = _date(match) if match else None
        if match and date:
            rest = line[match.end() :]
            time = _TIME.match(rest)
            return date, rest[time.end() :] if time else rest
    return None


def read(written: str) -> PartialDate | None:
    """Return the date that the whole text is, with or without a time of day, or None."""
    found = leading(written)
    return found[0] if found and not found[1].strip(" .\n\t") else None


def _date(match: re.Match[str]) -> PartialDate | None:
    parts = match.groupdict()
    month = _NUMBER.get((parts.get("name") or "").lower()) or _int(parts.get("month"))
    day = _int(parts.get("day"))
    if parts.get("mark"):
        ordered = _day_and_month(int(match["first"]), int(match["second"]), match["mark"])
        if ordered is None:
            return None
        day, month = ordered
    try:
        return PartialDate(int(parts["year"]), month, day)
    except ValueError:
        return None


def _day_and_month(first: int, second: int, mark: str) -> tuple[int, int] | None:
    # 03/04/2023 is April in London and March in New York: only one of the two above 12 settles it.
    if mark != "/" or first > 12:  # noqa: PLR2004 - months of a year
        return first, second
    return (second, first) if second > 12 or first == second else None  # noqa: PLR2004 - the same


def _int(digits: str | None) -> int | None:
    return int(digits) if digits else None
