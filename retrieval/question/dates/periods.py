"""Stretches of the calendar, and how far one lies from another."""

import datetime
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from corpus.dates import PartialDate

_MONTHS = 12
_DAYS = 7
_HOURS = 24
_SEASON = 3  # months


class Unit(StrEnum):
    """What people count time in."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    WEEKEND = "weekend"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Season(IntEnum):
    """The meteorological seasons of the northern half of the world, by the month they begin in."""

    SPRING = 3
    SUMMER = 6
    AUTUMN = 9
    WINTER = 12


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time from the beginning of `first` to the end of `last`, both of one precision."""

    first: PartialDate
    last: PartialDate

    def begun(self, day: datetime.date) -> bool:
        """Whether it began by that day."""
        return self.first.first() <= day

    def over(self, day: datetime.date) -> bool:
        """Whether it ended before that day."""
        return self.last.last() < day

    def before(self) -> PartialDate:
        """Return the last date before it, as precise as it is."""
        return _like(self.first, self.first.first() - datetime.timedelta(days=1))

    def after(self) -> PartialDate:
        """Return the first date after it, as precise as it is."""
        return _like(self.last, self.last.last() + datetime.timedelta(days=1))


def whole(date: PartialDate) -> Period:
    """Return a year, a month or a day as a period."""
    return Period(date, date)


def back(unit: Unit, count: int, day: datetime.date) -> Period:
    """Return the calendar unit `count` before the one that holds `day`; a negative one lies after it."""
    if unit is Unit.YEAR:
        return whole(PartialDate(day.year - count))
    if unit in {Unit.MONTH, Unit.QUARTER}:
        length = _SEASON if unit is Unit.QUARTER else 1
        begin = (_month(day) // length - count) * length
        return _months(begin, length)
    return _days(unit, count, day)


def month(number: int, count: int, day: datetime.date) -> Period:
    """Return the month of that number: with 0, the last that has begun by `day`; with 1, that has ended."""
    found = whole(PartialDate(day.year, number))
    ready = found.over(day) if count else found.begun(day)
    return found if ready else whole(PartialDate(day.year - 1, number))


def season(name: Season, count: int, day: datetime.date) -> Period:
    """Return the season of this year with 0, the last that has ended with 1.

    In the first eight months this year's winter is the one that began in the year before.
    """
    year = day.year - (name is Season.WINTER and day.month <= Season.WINTER - len(Season))
    found = _months(year * _MONTHS + name - 1, _SEASON)
    if not count:
        return found
    return found if found.over(day) else _months((year - 1) * _MONTHS + name - 1, _SEASON)


def season_of(name: Season, year: int) -> Period:
    """Return the season of a year; a winter is given both ends, since it may mean either."""
    begin = year * _MONTHS + name - 1
    if name is Season.WINTER:
        return _months(begin - _MONTHS, _MONTHS + _SEASON)
    return _months(begin, _SEASON)


def quarter_of(number: int, year: int) -> Period:
    """Return the first to fourth quarter of a year."""
    return _months(year * _MONTHS + (number - 1) * _SEASON, _SEASON)


def weekday(number: int, count: int, day: datetime.date) -> Period:
    """Return that day (Monday is 0) of this week with 0, the last one before `day` with 1."""
    ago = day.weekday() - number
    return back(Unit.DAY, ago if not count or ago > 0 else ago + _DAYS, day)


def _days(unit: Unit, count: int, day: datetime.date) -> Period:
    if unit is Unit.HOUR:
        return _stretch(day - datetime.timedelta(days=-(-count // _HOURS)), 1)
    if unit is Unit.DAY:
        return _stretch(day - datetime.timedelta(days=count), 1)
    monday = day - datetime.timedelta(days=day.weekday() + _DAYS * count)
    if unit is Unit.WEEK:
        return _stretch(monday, _DAYS)
    return _stretch(monday + datetime.timedelta(days=5), 2)


def _stretch(first: datetime.date, length: int) -> Period:
    last = first + datetime.timedelta(days=length - 1)
    return Period(_day(first), _day(last))


def _months(begin: int, length: int) -> Period:
    first, last = (PartialDate(at // _MONTHS, at % _MONTHS + 1) for at in (begin, begin + length - 1))
    return Period(first, last)


def _month(day: datetime.date) -> int:
    return day.year * _MONTHS + day.month - 1


def _day(day: datetime.date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)


def _like(date: PartialDate, day: datetime.date) -> PartialDate:
    return PartialDate(
        day.year, None if date.month is None else day.month, None if date.day is None else day.day
    )
