"""How long a pattern takes on texts that are hard on it."""

from __future__ import annotations

import contextlib
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.patterns.collected import Found
from tests.patterns.nasty import texts

_ONCE = frozenset({"match", "fullmatch", "search"})
# Of one processor; what is linear takes some microseconds for each character at most.
_LINEAR = 6e-6  # seconds a character
_DEAR = 2  # times that, which a pattern with long but bounded stretches may take
_SQUARE = 3  # times as long for a text of twice the length: between 2, which is linear, and 4
_PATIENCE = 5  # times that, when a trial is broken off


@dataclass(frozen=True, slots=True)
class Slow:
    """A pattern that took too long on a text: `seconds` of the processor for `size` characters."""

    place: str
    pattern: str
    way: str
    text: str
    size: int
    seconds: float


class _Late(Exception):
    pass


def slow(
    found: Found, size: int, choices: int, counted: list[int], limit: float | None = None
) -> Iterator[Slow]:
    """Yield at most one text on which a pattern is slow.

    `counted` gets longer by one for each text tried. `limit` is in seconds, where no length is the measure.
    """
    limit = limit or _LINEAR * size
    for way in sorted({way if way in _ONCE else "finditer" for way in found.ways}):
        for text in texts(found.pattern, size, choices):
            counted.append(1)
            # Measured again where another process was in the way.
            if _seconds(found, way, text, limit) > limit:
                again = min(_seconds(found, way, text, limit) for _ in range(3))
                if again > limit and not _only_dear(found, way, text, again, limit):
                    shown = f"{text[:40]!r} … {text[-10:]!r}"
                    yield Slow(found.place, str(found.pattern.pattern), way, shown, size, again)
                    return


def _only_dear(found: Found, way: str, text: Any, seconds: float, limit: float) -> bool:
    """Tell whether half of a text takes half of the time, and the whole not much too long."""
    half = min(_seconds(found, way, text[: len(text) // 2], limit) for _ in range(3))
    return seconds < _DEAR * limit and seconds < _SQUARE * half


def _seconds(found: Found, way: str, text: Any, limit: float) -> float:
    """Return how long one use takes of the processor, broken off after many times the limit."""
    before = signal.signal(signal.SIGPROF, _break_off)
    started = time.process_time()
    # The signal may come at any moment until it is turned off, and so also while that is done.
    with contextlib.suppress(_Late):
        try:
            signal.setitimer(signal.ITIMER_PROF, limit * _PATIENCE)
            _use(found, way, text)
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
    signal.setitimer(signal.ITIMER_PROF, 0)
    taken = time.process_time() - started
    signal.signal(signal.SIGPROF, before)
    return taken


def _use(found: Found, way: str, text: Any) -> None:
    if way in _ONCE:
        getattr(found.pattern, way)(text)
        return
    for _ in found.pattern.finditer(text):
        pass


def _break_off(*_: object) -> None:
    raise _Late
