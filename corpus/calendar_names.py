"""The months and weekdays of Dutch, English and German by name, from CLDR: the one door to babel for them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale

from corpus.dates import PartialDate

# Beside American English the British, for "Sept" as well as "Sep"; Austria has a "Jänner".
_LOCALES = {"en": ("en", "en_GB"), "nl": ("nl",), "de": ("de", "de_AT")}
# Abbreviations that newspapers and their software write and CLDR does not have.
_FURTHER_MONTHS = {"nl": {"sept": 9}, "de": {"maerz": 3, "mrz": 3}}
_FURTHER_WEEKDAYS = {
    "en": {"tues": 1, "thur": 3, "thurs": 3},
    "nl": {"maa": 0, "din": 1, "woe": 2, "don": 3, "vrij": 4, "zat": 5, "zon": 6},
    "de": {"sonnabend": 5},
}


@dataclass(frozen=True, slots=True)
class CalendarNames:
    """Numbers by lower-case name: months from 1, weekdays from 0 for Monday, each in order of the calendar.

    `short_months` and `short_weekdays` are the abbreviations that differ from the names, without their full
    stop.
    """

    months: Mapping[str, int]
    short_months: Mapping[str, int]
    weekdays: Mapping[str, int]
    short_weekdays: Mapping[str, int]


@lru_cache
def calendar_names(language: str) -> CalendarNames:
    """Return the names in Dutch (`nl`), English (`en`) or German (`de`)."""
    months, short_months = _named("months", language), _abbreviated("months", language)
    weekdays, short_weekdays = _named("days", language), _abbreviated("days", language)
    short_months |= _FURTHER_MONTHS.get(language, {})
    short_weekdays |= _FURTHER_WEEKDAYS.get(language, {})
    return CalendarNames(months, _without(short_months, months), weekdays, _without(short_weekdays, weekdays))


def month_name(number: int, language: str) -> str:
    """Return the name of a month, from 1, as the language writes it: `September`, `september`."""
    return str(_locales(language)[0].months["format"]["wide"][number])


def weekday_name(number: int, language: str) -> str:
    """Return the name of a weekday, from 0 for Monday, as the language writes it: `Monday`, `maandag`."""
    return str(_locales(language)[0].days["format"]["wide"][number])


def written(date: PartialDate, language: str) -> str:
    """Return a date in words, as precise as it is: `14 September 2023`, `september 2023`, `2023`."""
    named = month_name(date.month, language) if date.month else None
    return " ".join(str(part) for part in (date.day, named, date.year) if part)


def _named(what: str, language: str) -> dict[str, int]:
    return dict(_in_order(what, language, (("format", "wide"),)))


def _abbreviated(what: str, language: str) -> dict[str, int]:
    return dict(_in_order(what, language, (("format", "abbreviated"), ("stand-alone", "abbreviated"))))


def _in_order(what: str, language: str, forms: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, int]]:
    tables = [getattr(locale, what)[use][width] for locale in _locales(language) for use, width in forms]
    for number in sorted(tables[0]):
        yield from ((table[number].lower().rstrip("."), number) for table in tables)


def _without(short: Mapping[str, int], whole: Mapping[str, int]) -> dict[str, int]:
    return {name: number for name, number in short.items() if name not in whole}


def _locales(language: str) -> list[Locale]:
    return [Locale.parse(name) for name in _LOCALES[language]]
