"""The entries of a live blog: where each begins, and how new it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_CLOCK = re.compile(
    r"^[^\w\n]{0,4}(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d)(?: ?(?P<half>[ap])\.?m\b|(?![\w%]))"
    r"(?![.,:]\d)(?! ?(?:%|euro|procent|percent|per cent))",
    re.IGNORECASE | re.MULTILINE,
)
_NOON = 12
_DAY = 24 * 60
_NIGHT = 12 * 60  # a clock that goes back by more has passed midnight


@dataclass(frozen=True, slots=True)
class Entry:
    """Where an entry begins, and the minute that it opens with, counted from the day of the oldest entry."""

    start: int
    minute: int


def entries(text: str) -> list[Entry]:
    """Return the entries of a text, lines that open with a time of the day, in the order of the text."""
    found = list(_CLOCK.finditer(text))
    minutes = [_minute(one) for one in found]
    if sum(map(_falls, pairwise(minutes))) * 2 > len(minutes) - 1:  # the newest stands first
        minutes = _running(minutes[::-1])[::-1]
    else:
        minutes = _running(minutes)
    return [Entry(one.start(), minute) for one, minute in zip(found, minutes, strict=True)]


def entry_of(text: str, place: int) -> Entry | None:
    """Return the entry in which a place of the text lies; None where it lies above all of them."""
    return next((one for one in reversed(entries(text)) if one.start <= place), None)


def _minute(clock: re.Match[str]) -> int:
    hour = int(clock["hour"])
    if clock["half"]:
        hour = hour % _NOON + (_NOON if clock["half"].lower() == "p" else 0)
    return hour * 60 + int(clock["minute"])


def _falls(pair: tuple[int, int]) -> bool:
    return (pair[1] < pair[0] and pair[0] - pair[1] < _NIGHT) or pair[1] - pair[0] > _NIGHT


def _running(minutes: Sequence[int]) -> list[int]:
    """Let minutes, the oldest first, run on over midnight."""
    counted, days = list(minutes[:1]), 0
    for before, minute in pairwise(minutes):
        days += before - minute > _NIGHT
        counted.append(minute + days * _DAY)
    return counted
