"""Writing figures as readers of Dutch and English are used to."""

from decimal import Decimal
from fractions import Fraction

from corpus.calendar_names import month_name
from corpus.dates import PartialDate
from retrieval.figures.dutch import DUTCH
from retrieval.figures.english import ENGLISH
from retrieval.figures.figure import OUT_OF, DayOfYear, Figure, Kind
from retrieval.figures.spoken_times import HALF_DAY
from retrieval.figures.writing_numbers import digits, number, price

_VOCABULARIES = {"en": ENGLISH, "nl": DUTCH}
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
_LARGEST_NAMED, _LARGEST = 10, 1000  # denominators: `a tenth`, `1 in 1000`
_FINEST = 4  # decimals of a mark
_RARE = Decimal(1) / _LARGEST
_BY_NAME = {
    "en": {(1, 2): "half", (1, 4): "a quarter", (3, 4): "three quarters"},
    "nl": {(1, 2): "de helft", (1, 4): "een kwart", (3, 4): "driekwart"},
}
_IN, _TIMES, _OF = {"en": "in", "nl": "op de"}, {"en": "times", "nl": "keer"}, {"en": "out of", "nl": "op"}
_TWICE, _A = {"en": "twice", "nl": "twee keer"}, {"en": "a", "nl": "een"}
_NOON = 12 * 60


def written(figure: Figure, language: str | None) -> str:
    """Return a figure as one writes it in Dutch (`nl`), or in English for readers of any other language.

    `figures` reads it back as the same. `about` and its like are left out. In euros, dollars and pounds the
    sign stands before the number; from a million on the scale is a word where two decimals are enough:
    `€1.9 million`, `1,9 miljoen roebel`, `495.000 roebel`.
    """
    told = "nl" if language == "nl" else "en"
    value = figure.value
    if not isinstance(value, Decimal):
        return _date(value, told)
    if figure.kind is Kind.TIME:
        return _time(int(value), figure.unit, told)
    if figure.kind is Kind.MULTIPLE:
        return _multiple(value, figure.unit, told)
    if figure.kind is Kind.ORDINAL:
        return _ordinal(int(value), told)
    return number(value, told) if figure.unit is None else _with_unit(figure.kind, value, figure.unit, told)


def _with_unit(kind: Kind, value: Decimal, unit: str, language: str) -> str:
    if unit in _PREFIXED:
        return price(value, _PREFIXED[unit], language)
    if unit in _TOUCHING:
        return digits(value, language) + unit
    if kind is Kind.DURATION and value == _HALF:
        return f"{_half(unit, language)} {_unit(kind, unit, language, one=True)}"
    if unit in _FINER and value < 1:
        many, unit = _FINER[unit]
        value *= many
    if unit == "t" and language == "nl" and value < _PLAINLY_WEIGHT:
        value, unit = value * 1000, "kg"
    return f"{number(value, language)} {_unit(kind, unit, language, one=value == 1)}"


def _half(unit: str, language: str) -> str:
    if language == "nl":
        return "half" if unit in _NEUTER else "halve"
    return "half an" if unit == "hour" else "half a"


def _unit(kind: Kind, unit: str, language: str, *, one: bool) -> str:
    if unit in _SYMBOLS:
        return unit
    if unit == "km/h":
        return _SPEED[language]
    single, several = _VOCABULARIES[language].names.get((kind, unit), (unit, unit))
    return single if one else several


def _date(value: PartialDate | DayOfYear, language: str) -> str:
    year = value.year if isinstance(value, PartialDate) else None
    month = month_name(value.month, language) if value.month else None
    return " ".join(str(part) for part in (value.day, month, year) if part)


def _ordinal(rank: int, language: str) -> str:
    if language == "nl":
        return f"{rank}e"
    teen = rank // 10 % 10 == 1
    return f"{rank}{'th' if teen else _ENDINGS.get(rank % 10, 'th')}"


def _multiple(value: Decimal, unit: str | None, language: str) -> str:
    """Return a multiple as `twice` or `2.5 times`, an exact share as `a third`, a mark as `7.3 out of 10`."""
    if unit:
        most = Decimal(unit.removeprefix(OUT_OF))
        return f"{digits(round(value * most, _FINEST).normalize(), language)} {_OF[language]} {most}"
    share = Fraction(value).limit_denominator(_LARGEST)
    exactly = Decimal(share.numerator) / share.denominator == value
    if 0 < value < _RARE and round(1 / value) * value == 1:
        return f"1 {_IN[language]} {number(round(1 / value, 0), language)}"
    if 0 < value < 1 and exactly:
        return _share(share.numerator, share.denominator, language)
    if value == 2:  # noqa: PLR2004 - has a word of its own
        return _TWICE[language]
    return f"{digits(value, language)} {_TIMES[language]}"


def _share(top: int, bottom: int, language: str) -> str:
    named = _BY_NAME[language].get((top, bottom))
    if named:
        return named
    if bottom > _LARGEST_NAMED or (bottom == _LARGEST_NAMED and top > 1):
        return f"{top} {_IN[language]} {bottom}"
    vocabulary = _VOCABULARIES[language]
    one, *several = [word for word, number in vocabulary.shares.items() if number == bottom]
    if top == 1:
        return f"{_A[language]} {one}"
    count = next(word for word, number in vocabulary.numerals.items() if number == top)
    return f"{count} {one if language == 'nl' else several[0]}"


def _time(minutes: int, of: str | None, language: str) -> str:
    """Return a time as `20.30 uur` or `8.30pm`; `half negen` or `8:30` where it is of either half day."""
    hour, minute = divmod(minutes, 60)
    if language == "nl" and minutes == 0 and of != HALF_DAY:
        return "middernacht"
    if language == "nl":
        return _spoken(hour, minute) if of == HALF_DAY else f"{hour}.{minute:02} uur"
    if of == HALF_DAY:
        return f"{hour or 12}:{minute:02}" if minute else f"{hour or 12} o'clock"
    return _english_time(minutes)


def _english_time(minutes: int) -> str:
    if minutes % _NOON == 0:
        return "noon" if minutes == _NOON else "midnight"
    hour, minute = divmod(minutes % _NOON, 60)
    told = f"{hour or 12}.{minute:02}" if minute else str(hour)
    return told + ("pm" if minutes >= _NOON else "am")


def _spoken(hour: int, minute: int) -> str:
    """Return a time in Dutch words, which do not say whether it is morning or evening."""
    numerals = reversed(list(DUTCH.numerals.items()))
    names = {int(n): word for word, n in numerals if n in range(2, 13)} | {1: "een"}
    this, following = names[hour % 12 or 12], names[hour % 12 + 1]
    spoken = {15: f"kwart over {this}", 30: f"half {following}", 45: f"kwart voor {following}"}
    return spoken.get(minute, f"{hour or 12}.{minute:02} uur")
