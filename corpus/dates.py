"""Dates as newspapers give them: a year, a month or a day, never more precise than stated."""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass

_PATTERN = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month of it, or a day of that; an unknown part is None."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.month is None and self.day is not None:
            raise ValueError("a day needs its month")
        parts = (self.year, self.month, self.day)
        datetime.date(*(1 if part is None else part for part in parts))  # raises for what does not exist

    @classmethod
    def parse(cls, written: str) -> PartialDate:
        """Read `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.

        Raises:
            ValueError: it is none of these, or no such day exists.
        """
        match = _PATTERN.fullmatch(written.strip())
        if match is None:
            raise ValueError(f"{written!r} is not a date: write YYYY, YYYY-MM or YYYY-MM-DD.")
        year, month, day = (int(part) if part else None for part in match.groups())
        try:
            return cls(year or 0, month, day)
        except ValueError as error:
            raise ValueError(f"{written!r} is not a date that exists.") from error

    def first(self) -> datetime.date:
        """Return the earliest day it can mean."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    def last(self) -> datetime.date:
        """Return the latest day it can mean."""
        month = self.month or 12
        return datetime.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)


def day_of(moment: datetime.datetime) -> datetime.date:
    """Return the day that a moment, which knows its zone, is of where this runs: "today" is meant so."""
    return moment.astimezone().date()


def today() -> datetime.date:
    """Return the day that it is where this runs; only thin edges ask for it, decisions are given a day."""
    return day_of(datetime.datetime.now(datetime.UTC))


def newest_first(published: PartialDate | None) -> int:
    """Order what was published by its date, the newest first; what has none stands last."""
    return -published.last().toordinal() if published else 0
