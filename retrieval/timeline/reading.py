"""One reading of a figure: how it can be compared, and whether it holds when it is written."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

from corpus.dates import PartialDate
from retrieval.figures.comparing import in_base_unit
from retrieval.figures.figure import DayOfYear, Figure, Kind

_JUST_NOW = datetime.timedelta(days=45)
Key = tuple[Kind, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure that a sentence gives; `now` tells that it does not look back.

    `rate` is None where it is the one that the question names, which `as_asked` tells.
    """

    figure: Figure
    rate: str | None
    now: bool
    as_asked: bool = False

    @property
    def key(self) -> Key:
        """What it can be compared by: kind, base unit and rate."""
        return self.figure.kind, in_base_unit(self.figure)[0], self.rate


def dated(figure: Figure, published: PartialDate) -> Reading | None:
    """Read a date that is to come, or was just before; a day without its year is the one nearest by."""
    date = _nearest(figure.value, published) if isinstance(figure.value, DayOfYear) else figure.value
    if not isinstance(date, PartialDate):
        return None
    planned = date.first() > published.last()
    if not planned and date.last() < published.first() - _JUST_NOW:
        return None
    return Reading(replace(figure, value=date), None, now=planned)


def _nearest(day: DayOfYear, published: PartialDate) -> PartialDate | None:
    middle = published.first() + (published.last() - published.first()) / 2
    years = (PartialDate(middle.year + more, day.month, _day(day, middle.year + more)) for more in (-1, 0, 1))
    return min(years, key=lambda date: abs(date.first() - middle))


def _day(day: DayOfYear, year: int) -> int | None:
    """Return the day, or none where that year has no 29 February."""
    try:
        PartialDate(year, day.month, day.day)
    except ValueError:
        return None
    return day.day
