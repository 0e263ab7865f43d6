"""Reading times of day in words, with the half of the day: `half negen`, `a quarter past nine`."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from retrieval.figures.numbers import unit
from retrieval.figures.token import Token
from retrieval.figures.vocabulary import Vocabulary
from retrieval.language.function_words import FUNCTION_WORDS

DAY = "day"
HALF_DAY = "half day"
# Whether the words after a time put it in the second half of the day.
_PARTS = {
    "am": False, "pm": True, "'s ochtends": False, "'s morgens": False, "'s nachts": False,
    "'s middags": True, "'s avonds": True,
    "in the morning": False, "in the afternoon": True, "in the evening": True,
    "this morning": False, "this afternoon": True, "this evening": True, "yesterday morning": False,
    "yesterday afternoon": True, "yesterday evening": True,
}  # fmt: skip
_OF_WEEKDAYS = {"morning": False, "afternoon": True, "evening": True}
_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAYS = frozenset((*_NAMES, *(f"{name}s" for name in _NAMES)))
_HALF = 12 * 60
_LAST_HOUR = 12
_SHIFTS = {
    "nl": {"kwart over": 15, "kwart voor": -15},
    "en": {"half past": 30, "quarter past": 15, "quarter to": -15},
}
_MINUTES = frozenset({5, 10, 20, 25})
_DIRECTIONS = {"past": 1, "over": 1, "to": -1, "voor": -1}
# After these `tien voor vijf` is a time, else ten of them for five. `Ten to five` wants `at` or `until`: else
# it may be so many of them.
_LED = {
    "to": frozenset({"at", "until", "till"}),
    "over": frozenset({"om", "tot", "vanaf", "rond", "omstreeks"}),
    "voor": frozenset({"om", "tot", "vanaf", "rond", "omstreeks"}),
}


class Time(NamedTuple):
    """Minutes after midnight, of the day or of either half of it, read up to the token `stop`."""

    minutes: Decimal
    of: str
    stop: int


def spoken(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> Time | None:
    """Return the time of day that begins at a word, unless the number it ends in has a unit."""
    first = at + (vocabulary.language == "en" and tokens[at].word == "a")
    shift, hour_at = _shift(tokens, first, vocabulary)
    hour = named_hour(tokens[hour_at], vocabulary)
    if not shift or hour is None or unit(tokens, hour_at + 1, vocabulary):
        return None
    late, stop = part(tokens, hour_at + 1)
    if late is None and tokens[hour_at - 1].word == "to" and _is_counted(tokens[stop]):
        return None
    return placed((hour * 60 + shift) % _HALF, stop, late=late, certain=False)


def named_hour(token: Token, vocabulary: Vocabulary) -> int | None:
    """Return the hour from 1 to 12 that a token names."""
    if token.sort == "number":
        hour = int(token.text) if token.text.isdecimal() else 0
    elif token.word in {"een", "één", "one"}:
        hour = 1
    else:
        hour = int(vocabulary.numerals.get(token.word, 0))
    return hour if 0 < hour <= _LAST_HOUR else None


def _shift(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> tuple[int, int]:
    """Return the minutes that the words at a token add to an hour, 0 for none, and where the hour stands."""
    shift = _SHIFTS.get(vocabulary.language or "", {}).get(f"{tokens[at].word} {tokens[at + 1].word}")
    if shift:
        return shift, at + 2
    if _is_dutch_half(tokens[at], vocabulary):
        return -30, at + 1
    return _minutes(tokens, at, vocabulary)


def _minutes(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> tuple[int, int]:
    """Read the beginning of `ten past nine` and `vijf voor half tien`; bare hours are left alone."""
    minutes, stop = int(vocabulary.numerals.get(tokens[at].word, 0)), at + 1
    if minutes == 20 and tokens[stop].word == "five":  # noqa: PLR2004 - twenty-five
        minutes, stop = 25, stop + 1
    direction = _DIRECTIONS.get(tokens[stop].word, 0)
    led = tokens[stop].word == "past" or (at > 0 and tokens[at - 1].word in _LED.get(tokens[stop].word, ()))
    if minutes not in _MINUTES or not direction or not led:
        return 0, at
    half = _is_dutch_half(tokens[stop + 1], vocabulary)
    return direction * minutes - 30 * half, stop + 1 + half


def _is_counted(token: Token) -> bool:
    """Tell `at ten to twelve places`."""
    return token.sort == "word" and token.word not in FUNCTION_WORDS and token.word != "o'clock"


def _is_dutch_half(token: Token, vocabulary: Vocabulary) -> bool:
    """Tell the half of Dutch `half negen`, half past eight."""
    return vocabulary.language == "nl" and token.word == "half"


def part(tokens: Sequence[Token], at: int) -> tuple[bool | None, int]:
    """Return whether the words at a token say afternoon or morning, or None; and the token after them."""
    if tokens[at].word in {"a", "p"} and [token.word for token in tokens[at + 1 : at + 3]] == [".", "m"]:
        return tokens[at].word == "p", at + 3
    for many in (3, 2, 1):
        late = _PARTS.get(" ".join(token.word for token in tokens[at : at + many]))
        if late is not None:
            return late, at + many
    if on_weekday(tokens, at):
        late = _OF_WEEKDAYS.get(tokens[at + 2].word)
        return late, at if late is None else at + 3
    return None, at


def on_weekday(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether `on Monday`, or another day of the week, stands at a token."""
    return tokens[at].word == "on" and tokens[at + 1].word in _WEEKDAYS


def placed(minutes: int, stop: int, *, late: bool | None, certain: bool) -> Time:
    """Return a time in the half of the day that is told, or of either; `certain` tells that of the day."""
    if late is None:
        return Time(Decimal(minutes), DAY if certain else HALF_DAY, stop)
    shifted = minutes % _HALF + _HALF * late if minutes < 13 * 60 else minutes
    return Time(Decimal(shifted), DAY, stop)
