"""From a form that matched to the period it names."""

import datetime
import re
from collections.abc import Callable, Mapping

from corpus.calendar_names import CalendarNames
from corpus.dates import PartialDate
from corpus.reading import written_dates
from retrieval.question.dates import periods
from retrieval.question.dates.periods import Period, Unit, whole
from retrieval.question.dates.time_words import FEW, Vocabulary


class Form:
    """One match of a form in a question asked on a day."""

    def __init__(
        self, match: re.Match[str], said: Vocabulary, names: CalendarNames, asked: datetime.date
    ) -> None:
        """Take the match, the words of its language, and the day of the question."""
        self._said = said
        self._names = names
        self._asked = asked
        self._groups = {name: text.lower() for name, text in match.groupdict().items() if text}

    def period(self, name: str) -> Period | None:
        """Return the period that the form of that name means; None where there is no such day."""
        try:
            return _READ[name](self)
        except ValueError:
            return None

    def days(self) -> Period:
        """`yesterday`."""
        return periods.back(Unit.DAY, self._said.days[re.sub(r"\s+", " ", self._groups["word"])], self._asked)

    def ago(self) -> Period:
        """`two years ago`."""
        return periods.back(self._unit(), self._count(), self._asked)

    def several(self) -> Period:
        """`the past three months`, `recent weeks`."""
        return self._up_to_now(self._unit(), self._count())

    def unit(self) -> Period:
        """`last week`."""
        if "past" in self._groups:
            return self._up_to_now(self._unit(), 1)
        return periods.back(self._unit(), self._before(), self._asked)

    def season(self) -> Period:
        """`this summer`."""
        if "next" in self._groups:
            return self._next_year()
        return periods.season(self._said.seasons[self._groups["season"]], self._before(), self._asked)

    def season_year(self) -> Period:
        """`the summer of 2024`."""
        return periods.season_of(self._said.seasons[self._groups["season"]], int(self._groups["year"]))

    def quarter_year(self) -> Period:
        """`Q3 2023`, `the third quarter of 2023`."""
        number = self._groups.get("quarter")
        rank = int(number) if number else self._said.ranks[self._groups["rank"]]
        return periods.quarter_of(rank, int(self._groups["year"]))

    def month(self) -> Period:
        """`September`, `last September`, `September 2023`."""
        if "next" in self._groups:
            return self._next_year()
        if "this" in self._groups:
            return whole(PartialDate(self._asked.year, self._month()))
        if "year" in self._groups:
            return whole(PartialDate(int(self._groups["year"]), self._month()))
        return periods.month(self._month(), self._before(), self._asked)

    def day(self) -> Period:
        """`14 September`, with or without its year: the last such day."""
        year = int(self._groups.get("year", self._asked.year))
        found = self._days_of(year)
        if "year" in self._groups or found.begun(self._asked):
            return found
        return self._days_of(year - 1)

    def year(self) -> Period:
        """`2023`."""
        return whole(PartialDate(int(self._groups["year"])))

    def numeric(self) -> Period | None:
        """`14-09-2023`, `2023-09-14`."""
        date = written_dates.read(self._groups["numeric"])
        return whole(date) if date else None

    def weekday(self) -> Period:
        """`Monday`, `this Monday`."""
        if "next" in self._groups:
            return self._next_year()
        number = self._names.weekdays[self._groups["weekday"]]
        return periods.weekday(number, 0 if "this" in self._groups else 1, self._asked)

    def _days_of(self, year: int) -> Period:
        days = (self._groups.get("since", self._groups["day"]), self._groups["day"])
        first, last = (PartialDate(year, self._month(), int(day)) for day in days)
        return Period(first, last)

    def _before(self) -> int:
        """Return how many periods before the present one are meant."""
        if "next" in self._groups:
            return -1
        return int("last" in self._groups or "past" in self._groups)

    def _count(self) -> int:
        written = self._groups.get("count")
        if written is None:
            return FEW
        return int(written) if written.isdecimal() else self._said.numbers[written]

    def _unit(self) -> Unit:
        written = self._groups.get("unit") or self._groups["many"]
        return {**self._said.units, **self._said.several}[written]

    def _month(self) -> int:
        written = self._groups["month"].rstrip(".")
        return {**self._names.months, **self._names.short_months}[written]

    def _up_to_now(self, unit: Unit, count: int) -> Period:
        return Period(periods.back(unit, count, self._asked).first, periods.back(unit, 0, self._asked).last)

    def _next_year(self) -> Period:
        """Return a period that is surely still to come: nothing has been written in it."""
        return periods.back(Unit.YEAR, -1, self._asked)


_READ: Mapping[str, Callable[[Form], Period | None]] = {
    "days": Form.days,
    "ago": Form.ago,
    "several": Form.several,
    "unit": Form.unit,
    "season": Form.season,
    "numeric": Form.numeric,
    "day_month": Form.day,
    "month_day": Form.day,
    "month_year": Form.month,
    "which_month": Form.month,
    "quarter_year": Form.quarter_year,
    "season_year": Form.season_year,
    "month": Form.month,
    "year": Form.year,
    "which_weekday": Form.weekday,
    "weekday": Form.weekday,
}
