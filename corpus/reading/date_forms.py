"""The forms in which newspapers and their software write a date, and the time of day beside it."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from corpus.calendar_names import calendar_names
from corpus.dates import PartialDate

# A page's template often keeps the language of its maker.
_LANGUAGES = ("en", "nl", "de")
_NAME = "%NAME%"  # stands for the names of months
_YEAR = r"(?P<year>(?:1[5-9]|2\d)\d\d)"
_SHORT_YEAR = r"['’]?(?P<short>\d\d)(?!\w|[:.]\d|\s*(?:uur|[ap]\.?m\b))"  # noqa: RUF001 - a typeset mark
_DAY = r"(?P<day>\d{1,2})"
# A year may run into the time after it, as some templates print them: 20236:32 PM.
_END = r"(?:(?=\d{1,2}:\d\d)|(?!\d|/\d|[-.]\d))"
_SEASON = (
    r"(?:voorjaar|lente|zomer|najaar|herfst|winter|spring|summer|autumn|fall|begin|medio|eind|early|mid|late)"
)
_CLOCK = r"\d{1,2}:\d\d(?::\d\d)?"
# The zones that news sites name; any other word behind a time is the next word of the line.
_ZONE = (
    r"(?-i:Z|UTC|GMT|BST|WES?T|CES?T|MES?Z|EES?T|MSK|E[SD]?T|C[SD]?T|M[SD]T|P[SD]?T|A[KES]?[SD]T|HST|HKT|SGT"
    r"|[IJK]ST|NZ[SD]T|SAST)"
)
_OFFSET = r"[+-]\d\d:?\d\d"
_NAMED_ZONE = rf"\[\w+/[\w/+-]+\]|\((?:{_ZONE}|[A-Z][a-z]+ [\w ]{{0,30}}[Tt]ime)\)"
_ZONES = rf"(?:\s*(?:{_ZONE}(?![A-Za-z])|{_OFFSET}|{_NAMED_ZONE})){{0,3}}"
_HOURS = (
    r"(?:\d{1,2}[:.uh]\d\d(?:[:.]\d\d(?:[.,]\d+)?)?(?:\s*(?:uur|uhr|h|[ap]\.?m\b\.?))?"
    r"|\d{1,2}\s*[ap]\.?m\b\.?)"
)
_MILITARY = rf"\d{{4}}\s(?:{_ZONE})(?:\s\(\d{{4}}\s{_ZONE}\))?"
_MARK = r"[,\s|•·/–—-]"  # noqa: RUF001 - what templates print between a date and a time

TIME = re.compile(
    rf"(?:T\d{{4}}(?:\d\d)?|(?:T|{_MARK}*)(?:(?:at|om|um)\s+)?{_HOURS})\)?{_ZONES}(?!\w)",
    re.IGNORECASE,
)
TIME_BEFORE = re.compile(
    rf"\s*(?:{_MILITARY}|(?:(?:at|om|um)\s+)?{_HOURS}{_ZONES})\s*[,|•·–—-]?\s+",  # noqa: RUF001 - typeset dashes
    re.IGNORECASE,
)


@cache
def _month_numbers() -> Mapping[str, int]:
    known = map(calendar_names, _LANGUAGES)
    return {name: number for one in known for name, number in {**one.months, **one.short_months}.items()}


@cache
def _weekdays() -> str:
    known = map(calendar_names, _LANGUAGES)
    return _any(name for one in known for name in (*one.weekdays, *one.short_weekdays))


def _any(names: Iterable[str]) -> str:
    return "|".join(sorted(set(names), key=len, reverse=True))


@cache
def _patterns(forms: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Compile forms with the names of months, which come from a file of their own, when a date is read."""
    weekday, name = rf"(?:{_weekdays()})\b\.?,?\s+", rf"(?P<name>{_any(_month_numbers())})\b\.?"
    return tuple(
        re.compile(rf"\s*(?:{weekday})?{form.replace(_NAME, name)}", re.IGNORECASE) for form in forms
    )


_LONG = (
    rf"{_YEAR}-(?P<month>\d{{1,2}})-{_DAY}(?=\D|$){_END}",
    rf"{_YEAR}(?P<month>\d\d){_DAY}(?:(?=\D|$){_END}|\d{{6}}(?!\d))",
    rf"{_YEAR}(?P<stop>[/.])(?P<month>\d{{1,2}})(?P=stop){_DAY}{_END}",
    rf"{_YEAR}-(?P<month>\d{{1,2}}){_END}",
    rf"{_DAY}(?:st|nd|rd|th|e|\.)?\s*[-\s]\s*(?:of\s+)?{_NAME}[,\s-]\s*{_YEAR}{_END}",
    rf"{_NAME}\s+{_DAY}(?:st|nd|rd|th)?(?:,\s*|\s+){_YEAR}{_END}",
    rf"{_NAME}\s+{_DAY}\s+{_CLOCK}{_ZONES}\s+{_YEAR}{_END}",
    rf"{_NAME},?\s+{_YEAR}{_END}",
    rf"(?P<first>\d{{1,2}})(?P<mark>[-/.])(?P<second>\d{{1,2}})(?P=mark){_YEAR}{_END}",
    rf"(?P<month>\d\d)[-/]{_YEAR}{_END}",
    rf"{_DAY}\s+{_NAME}\s+['’]{_SHORT_YEAR}",  # noqa: RUF001 - the apostrophe of typeset years
    rf"(?P<first>\d{{1,2}})(?P<mark>[-.])(?P<second>\d{{1,2}})(?P=mark){_SHORT_YEAR}",
    rf"{_YEAR}{_END}",
)
_TERSE = (rf"{_DAY}\.?[\s-]+{_NAME}[\s-]+{_SHORT_YEAR}", rf"{_SEASON}\s+(?:{_NAME},?\s+)?{_YEAR}{_END}")
_YEARLESS = (rf"{_DAY}(?:st|nd|rd|th|e|\.)?\s+{_NAME}", rf"{_NAME}\s+{_DAY}(?:st|nd|rd|th)?\b")


def match(line: str, *, terse: bool = False) -> tuple[PartialDate, int] | None:
    """Return the date a line opens with and where it ends, or None.

    Args:
        line: the line; blanks before the date are passed over.
        terse: also read "25 dec 23" and "najaar 2023", with which other lines begin as often.
    """
    for form in (*_patterns(_LONG), *(_patterns(_TERSE) if terse else ())):
        found = form.match(line)
        date = _date(found) if found else None
        if found and date:
            return date, found.end()
    return None


def yearless(line: str, year: int) -> PartialDate | None:
    """Return the day of that year which a line opens with, where it names no year itself; else None."""
    for form in _patterns(_YEARLESS):
        found = form.match(line)
        number = _month_numbers()[found["name"].lower()] if found else None
        try:
            return PartialDate(year, number, int(found["day"])) if found else None
        except ValueError:
            return None
    return None


def _date(found: re.Match[str]) -> PartialDate | None:
    parts = found.groupdict()
    month = _month_numbers().get((parts.get("name") or "").lower()) or _int(parts.get("month"))
    day = _int(parts.get("day"))
    if parts.get("mark"):
        ordered = _day_and_month(int(found["first"]), int(found["second"]), found["mark"])
        if ordered is None:
            return None
        day, month = ordered
    try:
        return PartialDate(_year(parts), month, day)
    except ValueError:
        return None


def _year(parts: dict[str, str]) -> int:
    if parts.get("year"):
        return int(parts["year"])
    short = int(parts["short"])
    return short + (2000 if short < 70 else 1900)  # noqa: PLR2004 - as POSIX reads a year of two digits


def _day_and_month(first: int, second: int, mark: str) -> tuple[int, int] | None:
    # 03/04/2023 is April in London and March in New York: only one of the two above 12 settles it.
    if second > 12:  # noqa: PLR2004 - months of a year
        return second, first
    if mark != "/" or first > 12 or first == second:  # noqa: PLR2004 - the same
        return first, second
    return None


def _int(digits: str | None) -> int | None:
    return int(digits) if digits else None
