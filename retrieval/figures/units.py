"""The units, signs and currencies of every language, and how tables of units are read."""

import re
from decimal import Decimal

from retrieval.figures.figure import Kind, Unit

_LINE = re.compile(r"(\w+) (\S+?)(?:\*([\d.]+))?: (.+)")
_EVERYWHERE = """
percent %: %, pct
percent ‰: ‰
amount EUR: EUR
amount USD: USD
amount GBP: GBP
amount RUB: RUB
amount UAH: UAH
amount CHF: CHF
amount JPY: JPY
amount CNY: CNY
amount PLN: PLN
amount SEK: SEK
amount NOK: NOK
amount DKK: DKK
amount TRY: TRY
amount INR: INR
measure km: km
measure m: m
measure cm: cm
measure mm: mm
measure km²: km², km2
measure m²: m², m2
measure m³: m³, m3
measure ha: ha
measure kg: kg
measure g: g, gr
measure mg: mg
measure l: l
measure ml: ml
measure W: W
measure kW: kW
measure MW: MW
measure GW: GW
measure TW: TW
measure kWh: kWh
measure MWh: MWh
measure GWh: GWh
measure TWh: TWh
measure V: V
measure kV: kV
measure Hz: Hz
measure MHz: MHz
measure GHz: GHz
measure dB: dB
measure °C: °C, ° C
measure °F: °F, ° F
measure km/h: km/h, km/u
measure m/s: m/s
measure mph: mph
measure mile: mi
measure kB: kB
measure MB: MB
measure GB: GB
measure TB: TB
multiple -: x, ×
"""  # noqa: RUF001 - the sign of multiplication
SIGNS = {
    "€": "EUR", "$": "USD", "US$": "USD", "£": "GBP", "¥": "JPY", "₽": "RUB", "₴": "UAH",
    "₹": "INR", "C$": "CAD", "A$": "AUD", "NZ$": "NZD", "HK$": "HKD",
    "AUD$": "AUD", "CAD$": "CAD", "USD$": "USD",
}  # fmt: skip
_CODES = "EUR USD GBP RUB UAH CHF JPY CNY PLN SEK NOK DKK TRY INR CAD AUD"
CODES = frozenset(_CODES.split())
_CASED = CODES | {"m", "l", "L", "g", "W", "V", "MW"}  # `5 M` is not metres, `5 G` no weight, `3 try` no lira


def units(table: str) -> dict[str, Unit]:
    """Read lines of `kind code*factor: one, more, other ways to write it`, beside those of every language."""
    return {
        written if written in _CASED else written.lower(): Unit(kind, code, factor)
        for kind, code, factor, ways in _lines(_EVERYWHERE + table)
        for written in ways
    }


def names(table: str) -> dict[tuple[Kind, str | None], tuple[str, str]]:
    """Return the first two ways of each whole unit of such a table: one of it and more of it."""
    found: dict[tuple[Kind, str | None], tuple[str, str]] = {}
    for kind, code, factor, ways in _lines(table):
        if factor == 1:
            found.setdefault((kind, code), (ways[0], ways[1]))
    return found


def _lines(table: str) -> list[tuple[Kind, str | None, Decimal, list[str]]]:
    read = [match.groups() for match in map(_LINE.fullmatch, table.split("\n")) if match]
    return [
        (Kind(kind), None if code == "-" else code, Decimal(factor or 1), ways.split(", "))
        for kind, code, factor, ways in read
    ]
