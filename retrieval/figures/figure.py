"""What a figure is: its kind, value and unit, and where it stands."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from corpus.dates import PartialDate

OUT_OF = "of "  # before the highest mark, in the unit of a mark


class Kind(StrEnum):
    """What a figure says how much, how many or when of."""

    AMOUNT = "amount"
    PERCENT = "percent"
    COUNT = "count"
    MEASURE = "measure"
    DATE = "date"
    TIME = "time"
    MULTIPLE = "multiple"
    DURATION = "duration"
    ORDINAL = "ordinal"


@dataclass(frozen=True, slots=True)
class DayOfYear:
    """A day and month without a year, or a month alone."""

    month: int
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a text.

    Attributes:
        kind: what it is.
        value: a number in `unit`; for a date, the date; for a time, minutes after midnight; for a
            multiple, the factor or the share (`twice` is 2, `a quarter` 0.25).
        unit: ISO 4217 for amounts (`cent`, `franc` where the country is not told); `%`, `pp`, `bp` or `‰` for
            percentages; `km`, `m²`, `°C` … for measures (`ton` is Dutch and either a weight or 100,000
            euros); `year`, `hour` … for durations; `day` or `half day` for times, the latter where
            morning and evening are not told apart; `of 10` for a mark as 7.3 out of ten, whose value is
            0.73; None for the others.
        start: the first character in the text.
        end: the character after its last.
        approximate: whether the text says that it is rounded, or a bound (`about`, `meer dan`).
    """

    kind: Kind
    value: Decimal | PartialDate | DayOfYear
    unit: str | None
    start: int
    end: int
    approximate: bool = False


class Unit(NamedTuple):
    """What a word of unit stands for: `pence` are hundredths (`factor`) of `GBP`."""

    kind: Kind
    code: str | None
    factor: Decimal
