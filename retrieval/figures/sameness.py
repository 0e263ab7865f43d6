"""Telling whether two figures are the same, and whether a quote holds a figure."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from corpus.dates import PartialDate
from retrieval.figures.figure import OUT_OF, DayOfYear, Figure, Kind
from retrieval.figures.spoken_times import HALF_DAY

_HALF_DAY = 12 * 60
_FURTHEST = Decimal("0.05")  # of the exact value
# How many of which base unit a unit is.
_METRIC = """
m: km 1000, cm 0.01, mm 0.001
m²: km² 1000000, ha 10000
g: t 1000000, kg 1000, mg 0.001
l: ml 0.001, m³ 1000
W: kW 1000, MW 1000000, GW 1000000000, TW 1000000000000
kWh: MWh 1000, GWh 1000000, TWh 1000000000
V: kV 1000
Hz: MHz 1000000, GHz 1000000000
kB: MB 1000, GB 1000000, TB 1000000000
pp: bp 0.01
second: minute 60, hour 3600, day 86400, week 604800
month: year 12
"""
_BASE = {
    unit: (base, Decimal(many))
    for base, _, units in (line.partition(": ") for line in _METRIC.strip().splitlines())
    for unit, many in (written.split() for written in units.split(", "))
}


def same(a: Figure, b: Figure) -> bool:
    """Tell whether two figures say the same, 2.5 km as 2,500 m.

    Dates are the same when equally precise and equal; times also where one does not tell morning from
    evening. A number that its text calls approximate is the same as an exact one that rounds to it: at most
    half of its last significant digit away, and at most 5 %. So about 4,700 is 4,712 and not 4,790, and about
    10 is not 14. Two approximate ones are the same where either rounds to the other.
    """
    if a.kind is not b.kind:
        return False
    if not isinstance(a.value, Decimal) or not isinstance(b.value, Decimal):
        return a.value == b.value
    if a.kind is Kind.TIME:
        return _same_time(a.value, b.value, either=HALF_DAY in {a.unit, b.unit})
    (unit, left), (other, right) = _in_base(a.value, a.unit), _in_base(b.value, b.unit)
    if unit != other:
        return False
    exactly = left == right
    return exactly or (a.approximate and _rounds(b, a)) or (b.approximate and _rounds(a, b))


def covers(quote: Iterable[Figure], figure: Figure) -> bool:
    """Tell whether a figure stands in a quote, given the quote's figures.

    It does where one of them is the same. A date also where the quote's is more precise (`September 2023` in
    `14 september 2023`); an approximate number where a quote's exact one rounds to it, not the other way
    about: a quote's `about 4,700` holds no 4,712.
    """
    return any(_holds(one, figure) for one in quote)


def overlap(one: PartialDate, other: PartialDate) -> bool:
    """Tell whether two dates can be of one day."""
    return one.first() <= other.last() and other.first() <= one.last()


def in_base_unit(figure: Figure) -> tuple[str | None, Decimal]:
    """Return a number's base unit and how many of it there are, 2,500 m for 2.5 km; 0 for no number."""
    return _in_base(figure.value if isinstance(figure.value, Decimal) else Decimal(0), figure.unit)


def _holds(one: Figure, figure: Figure) -> bool:
    if one.kind is Kind.DATE and figure.kind is Kind.DATE:
        return _within(one.value, figure.value)
    return same(replace(one, approximate=False), figure)


def _within(precise: object, stated: object) -> bool:
    """Tell whether every part that one date states is so in another."""
    known, wanted = _parts(precise), _parts(stated)
    return all(part is None or part == other for part, other in zip(wanted, known, strict=True))


def _parts(date: object) -> tuple[int | None, int | None, int | None]:
    if isinstance(date, PartialDate):
        return date.year, date.month, date.day
    return (None, date.month, date.day) if isinstance(date, DayOfYear) else (-1, -1, -1)


def _same_time(one: Decimal, other: Decimal, *, either: bool) -> bool:
    return one == other or (either and one % _HALF_DAY == other % _HALF_DAY)


def _rounds(exact: Figure, rounded: Figure) -> bool:
    """Tell whether a number rounds to another at that one's last significant digit, and within 5 %."""
    (_, left), (_, right) = in_base_unit(exact), in_base_unit(rounded)
    factor = _in_base(Decimal(1), rounded.unit)[1]
    exponent = (right / factor).normalize().as_tuple().exponent
    digit = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0) * factor
    near = abs(left - right) <= _FURTHEST * abs(left)
    return near and (left / digit).quantize(Decimal(1), ROUND_HALF_UP) * digit == right


def _in_base(value: Decimal, unit: str | None) -> tuple[str | None, Decimal]:
    if unit and unit.startswith(OUT_OF):
        unit = None
    base, factor = _BASE.get(unit or "", (unit, Decimal(1)))
    return base, value * factor
