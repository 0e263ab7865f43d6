"""The units and currencies that CLDR names as newspapers do, in Dutch, in English or in both."""

from collections.abc import Iterator

from retrieval.figures.figure import Kind
from retrieval.figures.units import names
from retrieval.language.number_forms import currency_names, unit_names

_CURRENCIES = "EUR CHF SEK NOK DKK TRY INR CAD AUD HKD NZD"
# kind, code, identifier of CLDR
_UNITS = """
percent % concentr-percent
percent ‰ concentr-permille
measure km length-kilometer
measure m length-meter
measure cm length-centimeter
measure mm length-millimeter
measure km² area-square-kilometer
measure m² area-square-meter
measure m³ volume-cubic-meter
measure ha area-hectare
measure g mass-gram
measure mg mass-milligram
measure l volume-liter
measure ml volume-milliliter
measure W power-watt
measure kW power-kilowatt
measure MW power-megawatt
measure GW power-gigawatt
measure kWh energy-kilowatt-hour
measure V electric-volt
measure Hz frequency-hertz
measure MHz frequency-megahertz
measure GHz frequency-gigahertz
measure °C temperature-celsius
measure °F temperature-fahrenheit
measure km/h speed-kilometer-per-hour
measure m/s speed-meter-per-second
measure mph speed-mile-per-hour
measure kB digital-kilobyte
measure MB digital-megabyte
measure GB digital-gigabyte
measure TB digital-terabyte
measure mile length-mile
measure knot speed-knot
measure ft length-foot
measure inch length-inch
measure yard length-yard
measure acre area-acre
measure barrel volume-barrel
duration second duration-second
duration minute duration-minute
duration hour duration-hour
duration day duration-day
duration week duration-week
duration month duration-month
duration year duration-year
"""


def with_cldr(language: str, table: str) -> str:
    """Return a table of units with a line more for each unit that CLDR names and the table does not."""
    ours = names(table)
    lines = (
        f"{kind} {code}: {one}, {several}\n"
        for kind, code, (one, several) in _named(language)
        if (kind, code) not in ours
    )
    return table + "".join(lines)


def _named(language: str) -> Iterator[tuple[Kind, str, tuple[str, str]]]:
    for code in _CURRENCIES.split():
        yield Kind.AMOUNT, code, currency_names(code, language)
    for line in filter(None, _UNITS.split("\n")):
        kind, code, identifier = line.split()
        yield Kind(kind), code, unit_names(identifier, language)
