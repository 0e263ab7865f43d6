"""Reading times of day: `half negen`, `20.30 uur`, `half past eight`, `8.30pm`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from retrieval.figures.token import Token
from retrieval.figures.vocabulary import Vocabulary

DAY = "day"
HALF_DAY = "half day"
_HALF = 12 * 60
_CLOCK = re.compile(r"([01]?\d|2[0-3])[.:]([0-5]\d)")
_HOUR = re.compile(r"[01]?\d|2[0-4]")
_AFTER = frozenset({"uur", "gmt", "cet"})
_AT = frozenset({"om", "vanaf", "rond", "omstreeks"})
_LAST_HOUR = 12
_QUARTERS = {
    "kwart over": 15, "kwart voor": -15, "half": -30,
    "half past": 30, "quarter past": 15, "quarter to": -15,
}  # fmt: skip
_FIXED = {"noon": 720, "midnight": 0, "middernacht": 0}
# Whether the words after a time put it in the second half of the day.
_PARTS = {
    "am": False, "pm": True, "'s ochtends": False, "'s morgens": False, "'s nachts": False,
    "'s middags": True, "'s avonds": True,
    "in the morning": False, "in the afternoon": True, "in the evening": True,
}  # fmt: skip


class Time(NamedTuple):
    """Minutes after midnight, of the day or of either half of it, read up to the token `stop`."""

    minutes: Decimal
    of: str
    stop: int


def time(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> Time | None:
    """Return the time of day that begins at a token."""
    token = tokens[at]
    if token.sort == "clock":
        return _written(token.text, tokens, at, vocabulary)
    if token.sort == "number":
        return _with_points(tokens, at, vocabulary) if _CLOCK.fullmatch(token.text) else _hour(tokens, at)
    if token.word in _FIXED and token.word in vocabulary.clock:
        return Time(Decimal(_FIXED[token.word]), DAY, at + 1)
    if token.word in vocabulary.clock:
        return _in_words(tokens, at, vocabulary)
    return _full_hour(tokens, at, vocabulary)


def _written(text: str, tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> Time:
    hour, minute = (int(part) for part in re.split("[.:]", text))
    late, stop = _part(tokens, at + 1 + (tokens[at + 1].word == "uur"))
    # Dutch writes 20.30 for half past eight in the evening, English 8.30 with or without pm.
    certain = hour >= 12 or hour == 0 or vocabulary.language == "nl"  # noqa: PLR2004 - noon
    return _of(hour * 60 + minute, stop, late=late, certain=certain)


def _with_points(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> Time | None:
    following = tokens[at + 1].word
    if following in vocabulary.pairs | vocabulary.links and _CLOCK.fullmatch(tokens[at + 2].text):
        following = tokens[at + 3].word
    told = following in _AFTER or _part(tokens, at + 1)[0] is not None
    return _written(tokens[at].text, tokens, at, vocabulary) if told and "." in tokens[at].text else None


def _hour(tokens: Sequence[Token], at: int) -> Time | None:
    """Read `8pm`, `8 o'clock`, `om 8 uur`; `8 uur` alone lasts eight hours."""
    return _at_hour(int(tokens[at].text), tokens, at) if _HOUR.fullmatch(tokens[at].text) else None


def _full_hour(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> Time | None:
    hour = _named_hour(tokens[at], vocabulary)
    return _at_hour(hour, tokens, at) if hour else None


def _at_hour(hour: int, tokens: Sequence[Token], at: int) -> Time | None:
    stop = at + 1
    late, after = _part(tokens, stop)
    if tokens[stop].word == "uur":
        late, after = _part(tokens, stop + 1)
        if late is None and tokens[at - 1].word not in _AT:
            return None
    elif tokens[stop].word == "o'clock":
        late, after = _part(tokens, stop + 1)
    elif late is None:
        return None
    return _of(hour % 24 * 60, after, late=late, certain=hour > _LAST_HOUR)


def _in_words(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> Time | None:
    words = f"{tokens[at].word} {tokens[at + 1].word}"
    shift, hour_at = _QUARTERS.get(words), at + 2
    if shift is None and vocabulary.language == "nl":
        shift, hour_at = _QUARTERS.get(tokens[at].word), at + 1
    hour = _named_hour(tokens[hour_at], vocabulary)
    if shift is None or hour is None:
        return None
    late, stop = _part(tokens, hour_at + 1)
    return _of((hour * 60 + shift) % _HALF, stop, late=late, certain=False)


def _named_hour(token: Token, vocabulary: Vocabulary) -> int | None:
    if token.sort == "number":
        hour = int(token.text) if token.text.isdecimal() else 0
    elif token.word in {"een", "one"}:
        hour = 1
    else:
        hour = int(vocabulary.numerals.get(token.word, 0))
    return hour if 0 < hour <= _LAST_HOUR else None


def _part(tokens: Sequence[Token], at: int) -> tuple[bool | None, int]:
    """Return whether the words at a token say afternoon or morning, or None; and the token after them."""
    if tokens[at].word in {"a", "p"} and [token.word for token in tokens[at + 1 : at + 3]] == [".", "m"]:
        return tokens[at].word == "p", at + 3
    for many in (3, 2, 1):
        late = _PARTS.get(" ".join(token.word for token in tokens[at : at + many]))
        if late is not None:
            return late, at + many
    return None, at


def _of(minutes: int, stop: int, *, late: bool | None, certain: bool) -> Time:
    if late is None:
        return Time(Decimal(minutes), DAY if certain else HALF_DAY, stop)
    shifted = minutes % _HALF + _HALF * late if minutes < 13 * 60 else minutes
    return Time(Decimal(shifted), DAY, stop)
