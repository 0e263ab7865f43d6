"""Telling morning from evening by the words after a time."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from retrieval.figures.token import Token

DAY = "day"
HALF_DAY = "half day"
_HALF = 12 * 60
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


class Time(NamedTuple):
    """Minutes after midnight, of the day or of either half of it, read up to the token `stop`."""

    minutes: Decimal
    of: str
    stop: int


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
