"""Writing figures as readers of Dutch and English are used to."""

from decimal import Decimal

from corpus.dates import PartialDate
from retrieval.figures.dutch import DUTCH
from retrieval.figures.english import ENGLISH
from retrieval.figures.figure import DayOfYear, Figure, Kind
from retrieval.figures.vocabulary import Vocabulary
from retrieval.figures.writing_numbers import digits, number, price
from retrieval.figures.writing_shares import multiple
from retrieval.figures.writing_times import time

_PREFIXED = {"EUR": "€", "USD": "$", "GBP": "£"}
_TOUCHING = frozenset({"%", "‰"})
_BY_SYMBOL = (
    "km m cm mm km² m² m³ ha kg g mg ml kW MW GW TW kWh MWh GWh TWh kV Hz MHz GHz dB °C °F mph kB MB GB TB"
)
_SYMBOLS = frozenset(_BY_SYMBOL.split())
_FINER = {"hour": (60, "minute"), "year": (12, "month")}  # a quarter of an hour is told as 15 minutes
_SPEED = {"en": "km/h", "nl": "km/u"}
_HALF = Decimal("0.5")
_NEUTER = frozenset({"hour", "year"})  # half uur, half jaar, but halve dag
_PLAINLY_WEIGHT = 1000  # Dutch `ton`; fewer may as well be 100,000 euros each
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def written(figure: Figure, language: str | None) -> str:
    """Return a figure as one writes it in Dutch (`nl`), or in English for readers of any other language.

    `figures` reads it back as the same. `about` and its like are left out. In euros, dollars and pounds the
    sign stands before the number; from a million on the scale is a word where two decimals are enough:
    `€1.9 million`, `1,9 miljoen roebel`, `495.000 roebel`.
    """
    vocabulary = DUTCH if language == "nl" else ENGLISH
    value = figure.value
    if not isinstance(value, Decimal):
        return _date(value, vocabulary)
    if figure.kind is Kind.TIME:
        return time(int(value), figure.unit, vocabulary)
    if figure.kind is Kind.MULTIPLE:
        return multiple(value, figure.unit, vocabulary)
    if figure.kind is Kind.ORDINAL:
        return _ordinal(int(value), vocabulary)
    return (
        number(value, vocabulary)
        if figure.unit is None
        else _with_unit(figure.kind, value, figure.unit, vocabulary)
    )


def _with_unit(kind: Kind, value: Decimal, unit: str, vocabulary: Vocabulary) -> str:
    if unit in _PREFIXED:
        return price(value, _PREFIXED[unit], vocabulary)
    if unit in _TOUCHING:
        return digits(value, vocabulary) + unit
    if kind is Kind.DURATION and value == _HALF:
        return f"{_half(unit, vocabulary)} {_unit(kind, unit, vocabulary, one=True)}"
    if unit in _FINER and value < 1:
        many, unit = _FINER[unit]
        value *= many
    if unit == "t" and vocabulary is DUTCH and value < _PLAINLY_WEIGHT:
        value, unit = value * 1000, "kg"
    return f"{number(value, vocabulary)} {_unit(kind, unit, vocabulary, one=value == 1)}"


def _half(unit: str, vocabulary: Vocabulary) -> str:
    if vocabulary is DUTCH:
        return "half" if unit in _NEUTER else "halve"
    return "half an" if unit == "hour" else "half a"


def _unit(kind: Kind, unit: str, vocabulary: Vocabulary, *, one: bool) -> str:
    if unit in _SYMBOLS:
        return unit
    if unit == "km/h":
        return _SPEED[vocabulary.language or "en"]
    single, several = vocabulary.names.get((kind, unit), (unit, unit))
    return single if one else several


def _date(value: PartialDate | DayOfYear, vocabulary: Vocabulary) -> str:
    year = str(value.year) if isinstance(value, PartialDate) else ""
    month = next((name for name, place in vocabulary.months.items() if place == value.month), "")
    if vocabulary is ENGLISH:
        month = month.capitalize()
    return " ".join(part for part in (str(value.day or ""), month, year) if part)


def _ordinal(rank: int, vocabulary: Vocabulary) -> str:
    if vocabulary is DUTCH:
        return f"{rank}e"
    teen = rank // 10 % 10 == 1
    return f"{rank}{'th' if teen else _ENDINGS.get(rank % 10, 'th')}"
