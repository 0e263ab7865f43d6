"""Reading times of day in words: `half negen`, `a quarter past nine`, `om tien voor vijf`."""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.figures.half_days import Time, part, placed
from retrieval.figures.numbers import unit
from retrieval.figures.token import Token
from retrieval.figures.vocabulary import Vocabulary
from retrieval.language.function_words import FUNCTION_WORDS

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
