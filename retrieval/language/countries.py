"""The names of countries, languages, months and weekdays in Dutch and in English, each beside the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product
from typing import TYPE_CHECKING

from corpus.calendar_names import calendar_names
from corpus.tokens import words

if TYPE_CHECKING:
    from babel import Locale

# Verbs as well as months: where they are dates, a day or a year stands beside them and makes them figures.
_VERBS = frozenset(("may", "march"))


@cache
def in_the_other_language() -> Mapping[str, frozenset[str]]:
    """Return each folded word of these names with the words that stand for it in the other language."""
    known: dict[str, set[str]] = {}
    for pair in [*_named(), *_dated()]:
        for one, other in product(*map(words, pair)):
            known.setdefault(one, set()).add(other)
            known.setdefault(other, set()).add(one)
    return {word: frozenset(others) for word, others in known.items()}


@cache
def single_words() -> frozenset[str]:
    """Return those of the names that are one word, folded."""
    names = [words(name) for pair in _named() for name in pair]
    return frozenset(name[0] for name in names if len(name) == 1)


@cache
def of_the_calendar() -> frozenset[str]:
    """Return the months and weekdays, folded."""
    return frozenset(word for pair in _dated() for name in pair for word in words(name)) - _VERBS


def _named() -> Iterator[tuple[str, str]]:
    dutch, english = _locales()
    for ours, theirs in ((dutch.territories, english.territories), (dutch.languages, english.languages)):
        yield from ((str(ours[code]), str(theirs[code])) for code in ours.keys() & theirs.keys())


def _dated() -> Iterator[tuple[str, str]]:
    dutch, english = calendar_names("nl"), calendar_names("en")
    yield from zip(dutch.months, english.months, strict=True)
    yield from zip(dutch.weekdays, english.weekdays, strict=True)


def _locales() -> tuple[Locale, Locale]:
    from babel import Locale  # noqa: PLC0415 - its data load only where a chat model is used

    return Locale("nl"), Locale("en")
