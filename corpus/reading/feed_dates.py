"""The dates of feeds as they are written: by our own reader, RFC 822 or ISO 8601, never by a guess."""

import datetime
import re
from collections.abc import Iterable
from email.utils import parsedate_to_datetime

from corpus.dates import PartialDate
from corpus.reading import written_dates
from corpus.reading.page_day import is_possible

_OLDEST = 1500  # a year before is what programs write for none
_NEVER_SET = {"1970-01-01", "1969-12-31"}  # what a clock shows that nobody has set, the latter in America
# 04-09-23 may be a day of 2023 or of 2004, and a feed says nothing that settles it.
_SHORT_YEAR = re.compile(
    r"\s*\d{1,2}([-/.])\d{1,2}\1\d{1,2}(?!\d)|.*(?<!\d)(?<!\d[-/])\d{1,2}([-/])\d{1,2}\2\d{1,2}(?!\d)"
)
# Zones as programs name them: UT, +0000 UTC, (CEST), GMT+2, [Europe/Amsterdam].
_ZONE = re.compile(
    r"\s*+(?:[+-]\d\d:?\d\d)?\s*+[\[(]?(?:[a-z]{1,5}(?:[+-]\d{1,2}(?::?\d\d)?)?|[a-z]+(?:/[a-z_]+)+)[\])]?\s*",
    re.IGNORECASE,
)


def first(
    written: Iterable[str], today: datetime.date | None = None
) -> tuple[PartialDate | None, datetime.datetime | None]:
    """Return the first of an entry's dates that can be read: its day and its moment, in UTC.

    Args:
        written: the dates as the feed writes them, in the order they are believed.
        today: the day in UTC; no article is of a day after its morrow. Every day is believed where None.
    """
    for one in written:
        day = read(one, today)
        if day:
            return day, _moment(one, day)
    return None, None


def read(written: str, today: datetime.date | None = None) -> PartialDate | None:
    """Return the day that a feed writes, or None where it is none for certain.

    The day is the newspaper's own, as it stands there, not that of Greenwich. `today` is as in `first`.
    """
    if _SHORT_YEAR.match(written):
        return None
    day = written_dates.read(written) or _stated_day(written) or _before_a_zone(written)
    if day is None or day.year < _OLDEST or str(day) in _NEVER_SET:
        return None
    return day if today is None or is_possible(day, today) else None


def _moment(written: str, day: PartialDate) -> datetime.datetime:
    midnight = datetime.datetime.combine(day.first(), datetime.time(), datetime.UTC)
    at = _stated(written) or midnight
    try:
        return at.replace(tzinfo=at.tzinfo or datetime.UTC).astimezone(datetime.UTC)
    except OverflowError:
        return midnight


def _stated_day(written: str) -> PartialDate | None:
    at = _stated(written)
    return PartialDate(at.year, at.month, at.day) if at else None


def _stated(written: str) -> datetime.datetime | None:
    """Return what RFC 822, whose years may have two digits, or ISO 8601 make of it."""
    for read_as in (datetime.datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read_as(written.strip())
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None


def _before_a_zone(written: str) -> PartialDate | None:
    found = written_dates.leading(written)
    return found[0] if found and found[0].day and _ZONE.fullmatch(found[1]) else None
