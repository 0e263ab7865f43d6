"""Reading dates: a day, month or year, or the days of a range."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from corpus.dates import PartialDate
from retrieval.figures.figure import DayOfYear
from retrieval.figures.token import Token
from retrieval.figures.vocabulary import Vocabulary

_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_DAY = re.compile(r"0?[1-9]|[12]\d|3[01]")
_LAST_DAY = 31
_MONTHS = 12
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
# `May` and `March` without a day or a year are months after these words only.
_BEFORE = "in since until by last next early late mid of from to this and"
_BEFORE_MAY = frozenset(_BEFORE.split())


class Day(NamedTuple):
    """A date read from token `start` up to `stop`."""

    value: PartialDate | DayOfYear
    start: int
    stop: int


def dates(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> list[Day]:
    """Return the date that begins at a token, or both days of a range; empty where there is none."""
    token = tokens[at]
    if token.sort == "date":
        found = _in_digits(token.text, vocabulary)
        return [Day(found, at, at + 1)] if found else []
    if token.sort == "number" or _spelled_day(tokens, at, vocabulary):
        return _from_day(tokens, at, vocabulary)
    return _from_month(tokens, at, vocabulary) if token.word in vocabulary.months else []


def is_year(token: Token) -> bool:
    """Tell whether a token can be a year between 1500 and 2099."""
    return token.sort == "number" and _YEAR.fullmatch(token.text) is not None


def _in_digits(written: str, vocabulary: Vocabulary) -> PartialDate | None:
    """Read `2023-09-14` or `14-09-2023`; `9/8/2023` only in Dutch, where the day is surely first."""
    first, second, third = (int(part) for part in re.split(r"[-/.]", written))
    if first > _LAST_DAY:
        return _date(first, second, third)
    if second > _MONTHS and vocabulary.language != "nl":
        return _date(third, first, second)
    certain = first > _MONTHS or first == second or vocabulary.language == "nl"
    return _date(third, second, first) if certain else None


def _from_day(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> list[Day]:
    """Read `14 september 2023`, `the 14th of September`, `14 en 15 september`."""
    day, stop = _day(tokens, at, vocabulary)
    if day is None:
        return []
    linked = tokens[stop].word in vocabulary.links or tokens[stop].word in vocabulary.pairs
    if linked and tokens[stop + 1].sort == "number":
        last = _from_day(tokens, stop + 1, vocabulary)
        fits = last and day <= _LONGEST[(last[0].value.month or 1) - 1]
        return [Day(_on(last[0].value, day), at, stop), *last] if fits else []
    stop += tokens[stop].word == "of"
    month = vocabulary.months.get(tokens[stop].word)
    return [_with_year(month, day, tokens, at, stop + 1)] if month and day <= _LONGEST[month - 1] else []


def _from_month(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> list[Day]:
    """Read `September 14, 2023`, `september 2023`, `in May`."""
    month = vocabulary.months[tokens[at].word]
    stop = at + 1 + (tokens[at + 1].text == "." and tokens[at].word in vocabulary.abbreviated)
    if vocabulary.language == "en" and tokens[at].text[0].isupper():
        day, after = _day(tokens, stop, vocabulary)
        if day is not None and day <= _LONGEST[month - 1]:
            return _month_first(month, day, tokens, at, after, vocabulary)
    if is_year(tokens[stop]) or _stands_alone(tokens, at, vocabulary):
        return [_with_year(month, None, tokens, at, at + 1)]
    return []


def _month_first(
    month: int, day: int, tokens: Sequence[Token], at: int, stop: int, vocabulary: Vocabulary
) -> list[Day]:
    last, after = _day(tokens, stop + 1, vocabulary)
    if tokens[stop].word in vocabulary.links and last is not None and day < last <= _LONGEST[month - 1]:
        until = _with_year(month, last, tokens, stop + 1, after)
        return [Day(_on(until.value, day), at, stop), until]
    return [_with_year(month, day, tokens, at, stop)]


def _stands_alone(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> bool:
    """Tell a month from a name or a verb: `Jan` and `may` are months only beside a day or a year."""
    word, text = tokens[at].word, tokens[at].text
    if vocabulary.language != "en":
        return word not in vocabulary.abbreviated
    if word in vocabulary.abbreviated:
        spelled = word in {"may", "march"}
        return spelled and text[0].isupper() and at > 0 and tokens[at - 1].word in _BEFORE_MAY
    return text[0].isupper()


def _day(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> tuple[int | None, int]:
    if _spelled_day(tokens, at, vocabulary):
        return int(vocabulary.numerals[tokens[at].word]), at + 1
    if tokens[at].sort != "number" or not _DAY.fullmatch(tokens[at].text):
        return None, at
    ordinal = tokens[at + 1].tight and tokens[at + 1].word in vocabulary.endings
    return int(tokens[at].text), at + 1 + ordinal


def _spelled_day(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> bool:
    """Tell `zestien september`; English spells no days this way."""
    if tokens[at + 1].word not in vocabulary.months or vocabulary.language != "nl":
        return False
    counted = vocabulary.numerals.get(tokens[at].word)
    return counted is not None and 0 < counted <= _LAST_DAY and counted % 1 == 0


def _with_year(month: int, day: int | None, tokens: Sequence[Token], start: int, stop: int) -> Day:
    """Add the year after a month, with a comma or the point of an abbreviation between them."""
    at = stop
    while at < stop + 2 and tokens[at].text in {",", "."}:
        at += 1
    if not is_year(tokens[at]) or (at > stop and day is None and tokens[stop].text == ","):
        return Day(DayOfYear(month, day), start, stop)
    dated = _date(int(tokens[at].text), month, day)
    return Day(dated, start, at + 1) if dated else Day(DayOfYear(month, day), start, stop)


def _on(value: PartialDate | DayOfYear, day: int) -> PartialDate | DayOfYear:
    """Return another day of the same month."""
    dated = _date(value.year, value.month, day) if isinstance(value, PartialDate) else None
    return dated or DayOfYear(value.month or 1, day)


def _date(year: int, month: int | None, day: int | None) -> PartialDate | None:
    try:
        return PartialDate(year, month, day)
    except ValueError:
        return None
