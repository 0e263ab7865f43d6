"""Values that news is about, made up, as Dutch and English write them."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corpus.calendar_names import month_name, weekday_name
from retrieval.lab.training.pairs import rows
from retrieval.lab.training.reader.news_names import person, place

_SMALL = (
    *(("twee", "two"), ("drie", "three"), ("vier", "four"), ("vijf", "five"), ("zes", "six")),
    *(("zeven", "seven"), ("acht", "eight"), ("negen", "nine"), ("tien", "ten"), ("elf", "eleven")),
    ("twaalf", "twelve"),
)
_MONTHS = tuple((month_name(number, "nl"), month_name(number, "en")) for number in range(1, 13))
_DAYS = tuple((weekday_name(number, "nl"), weekday_name(number, "en")) for number in range(7))
_UNITS = (("dagen", "days"), ("weken", "weeks"), ("maanden", "months"), ("jaar", "years"), ("uur", "hours"))
_SPEED = ("kilometer per uur", "kilometres an hour")
_COMPANIES = ("Bouw", "Groep", "Rail", "Works", "& Zn")
_COINS = (
    ("euro", "euros"),
    ("euro", "euros"),
    ("dollar", "dollars"),
    ("pond", "pounds"),
    ("kronen", "kronor"),
)


@dataclass(frozen=True, slots=True)
class Value:
    """A value as Dutch and as English write it."""

    nl: str
    en: str

    def written(self, language: str) -> str:
        """Return the value as `language` writes it."""
        return self.nl if language == "nl" else self.en


def drawn(kind: str, chance: random.Random) -> Value:
    """Draw a value of a kind: one made by a rule, or one of those listed for it."""
    if kind in _MADE:
        return _MADE[kind](chance)
    return chance.choice(_listed()[kind])


def _same(make: Callable[[random.Random], str]) -> Callable[[random.Random], Value]:
    def made(chance: random.Random) -> Value:
        written = make(chance)
        return Value(written, written)

    return made


def _number(number: float, decimals: int = 0) -> Value:
    english = f"{number:,.{decimals}f}"
    return Value(english.translate(str.maketrans(",.", ".,")), english)


def _joined(number: Value, unit: tuple[str, str]) -> Value:
    return Value(f"{number.nl} {unit[0]}", f"{number.en} {unit[1]}")


def _money(chance: random.Random) -> Value:
    coin = chance.choice(_COINS)
    form = chance.randrange(4)
    if form == 0:
        large = chance.choice([("miljoen", "million"), ("miljard", "billion")])
        number = _number(chance.randint(11, 989) / 10, 1)
        return Value(f"{number.nl} {large[0]} {coin[0]}", f"{number.en} {large[1]} {coin[1]}")
    if form == 1:
        number = _number(chance.randint(2, 95) * 1000)
        return _joined(number, coin)
    if form == 2:  # noqa: PLR2004
        return _joined(_number(chance.randint(3, 900)), coin)
    number = _number(chance.randint(250, 9900) / 100, 2)
    return Value(f"€ {number.nl}", f"€{number.en}")


def _count(chance: random.Random) -> Value:
    sizes = [chance.randint(21, 999), chance.randint(10, 99) * 100, chance.randint(1000, 99999)]
    number = _number(chance.choice(sizes))
    about = chance.choice([("", ""), ("", ""), ("ruim ", "more than "), ("bijna ", "nearly ")])
    return Value(f"{about[0]}{number.nl}", f"{about[1]}{number.en}")


def _small(chance: random.Random) -> Value:
    if chance.random() < 0.6:  # noqa: PLR2004
        return Value(*chance.choice(_SMALL))
    return _number(chance.randint(2, 60))


def _percent(chance: random.Random) -> Value:
    decimals = chance.randrange(2)
    return _joined(_number(chance.randint(20, 980) / 10, decimals), ("procent", "percent"))


def _date(chance: random.Random) -> Value:
    day, month = chance.randint(1, 28), chance.choice(_MONTHS)
    year = f" {chance.randint(2018, 2027)}" if chance.random() < 0.3 else ""  # noqa: PLR2004
    return Value(f"{day} {month[0]}{year}", f"{day} {month[1]}{year}")


def _month(chance: random.Random) -> Value:
    month = chance.choice(_MONTHS)
    year = f" {chance.randint(2018, 2028)}" if chance.random() < 0.5 else ""  # noqa: PLR2004
    return Value(f"{month[0]}{year}", f"{month[1]}{year}")


def _clock(chance: random.Random) -> Value:
    hour, minute = chance.randint(1, 23), chance.randint(0, 59)
    half = "am" if hour < 12 else "pm"  # noqa: PLR2004
    return Value(f"{hour}.{minute:02} uur", f"{(hour - 1) % 12 + 1}.{minute:02} {half}")


def _duration(chance: random.Random) -> Value:
    return _joined(_small(chance), chance.choice(_UNITS))


def _length(chance: random.Random) -> Value:
    return _joined(_number(chance.randint(12, 480) / 10, chance.randrange(2)), ("kilometer", "kilometres"))


_MADE: dict[str, Callable[[random.Random], Value]] = {
    "money": _money,
    "count": _count,
    "small": _small,
    "percent": _percent,
    "date": _date,
    "month": _month,
    "weekday": lambda chance: Value(*chance.choice(_DAYS)),
    "year": _same(lambda chance: str(chance.randint(1880, 2034))),
    "age": _same(lambda chance: str(chance.randint(17, 97))),
    "score": _same(lambda chance: f"{chance.randint(0, 6)}-{chance.randint(0, 5)}"),
    "clock": _clock,
    "duration": _duration,
    "length": _length,
    "area": lambda chance: _joined(_number(chance.randint(12, 990)), ("hectare", "hectares")),
    "speed": lambda chance: _joined(_number(chance.randint(90, 190)), _SPEED),
    "magnitude": lambda chance: _number(chance.randint(31, 88) / 10, 1),
    "person": _same(person),
    "place": _same(place),
    "company": _same(lambda chance: f"{place(chance)} {chance.choice(_COMPANIES)}"),
}


@cache
def _listed() -> dict[str, list[Value]]:
    found: dict[str, list[Value]] = {}
    for kind, dutch, english in rows(Path(__file__).with_name("news_values.tsv"), columns=3):
        found.setdefault(kind, []).append(Value(dutch, english))
    return found
