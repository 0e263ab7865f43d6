"""Which day a page means by a date that it states: only one that can be, as its readers saw it."""

import datetime
import re
from dataclasses import dataclass

from corpus.dates import PartialDate
from corpus.reading import date_forms, written_dates

_HOUR = re.compile(r"(?:T|\d\s+)(?P<hour>[01]?\d|2[0-3]):[0-5]\d|\d{8}T?(?P<short>[01]\d|2[0-3])[0-5]\d")
_EASTERNMOST = 14  # hours before Greenwich, on Kiritimati
_WESTERNMOST = 12  # hours behind Greenwich, on Baker Island


@dataclass(frozen=True, slots=True)
class Stated:
    """A date as a page states it; `hour` is the hour of its time of day, where it has one."""

    day: PartialDate
    hour: int | None = None

    def said_as(self, words: str) -> PartialDate | None:
        """Return the day that words without a year mean in the days around it; None where they name none."""
        years = (self.day.year, self.day.year + 1, self.day.year - 1)
        days = [day for year in years if (day := date_forms.yearless(words, year))]
        return min(days, key=lambda day: abs((day.first() - self.day.first()).days), default=None)

    def shown_as(self, shown: PartialDate | None) -> PartialDate:
        """Return the day that readers saw beside it, where its time falls on that in their time zone."""
        if shown is None or shown.day is None or self.hour is None or self.day.day is None:
            return self.day
        later = (shown.first() - self.day.first()).days
        tomorrow = later == 1 and self.hour + _EASTERNMOST >= 24  # noqa: PLR2004 - hours of a day
        yesterday = later == -1 and self.hour < _WESTERNMOST
        return shown if tomorrow or yesterday else self.day


def stated(written: str | None, today: datetime.date) -> Stated | None:
    """Return the date that the words state, or None where they state none that can be.

    Args:
        written: the words, of a page's declaration or of what it shows.
        today: the reader's day; a site further east may have the next one already.
    """
    date = written_dates.read(written) if written else None
    if written is None or date is None or not is_possible(date, today):
        return None
    found = _HOUR.search(written)
    return Stated(date, int(found["hour"] or found["short"]) if found else None)


def is_possible(date: PartialDate, today: datetime.date) -> bool:
    """Tell whether something can have been published by then: dates to come are placeholders."""
    return date.first() <= today + datetime.timedelta(days=1) and date != PartialDate(1970, 1, 1)
