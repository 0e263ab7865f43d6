"""The names of months and weekdays in a language, from CLDR: the one door to babel for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale
from babel.dates import format_skeleton

from corpus.dates import PartialDate

# British English beside American: newspapers write "Sept" as well as "Sep".
_LOCALES = {"en": ("en", "en_GB"), "nl": ("nl",)}
LANGUAGES = tuple(_LOCALES)


@dataclass(frozen=True, slots=True)
class CalendarNames:
    """Numbers by lower-case name: months from 1, weekdays from 0 for Monday.

    `short_months` are the abbreviations that differ from the names, without their full stop.
    """

    months: Mapping[str, int]
    short_months: Mapping[str, int]
    weekdays: Mapping[str, int]


@lru_cache
def calendar_names(language: str) -> CalendarNames:
    """Return the names in one of `LANGUAGES`."""
    locales = [Locale.parse(name) for name in _LOCALES[language]]
    months = {
        name.lower(): number for one in locales for number, name in one.months["format"]["wide"].items()
    }
    short = {
        name.lower().rstrip("."): number
        for one in locales
        for number, name in one.months["format"]["abbreviated"].items()
    }
    weekdays = {name.lower(): number for number, name in locales[0].days["format"]["wide"].items()}
    return CalendarNames(months, {name: short[name] for name in short.keys() - months.keys()}, weekdays)


def written(date: PartialDate, language: str) -> str:
    """Return a date in words, as precise as it is: `14 September 2023`, `september 2023`, `2023`."""
    if date.month is None:
        return str(date.year)
    locale = _LOCALES[language][-1]
    name: str = format_skeleton("yMMMM", date.first(), locale=locale)
    return name if date.day is None else f"{date.day} {name}"
