"""What a soak promises, and whether it was kept."""

from __future__ import annotations

import itertools
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from tests.soak.gauges import Reading

GROWTH = 0.10  # of the memory after ten minutes; the issue's own figure for an hour
POOL = 10  # as many as it opened for forty threads that ask at once, on 2026-11-29
_AROUND = 3  # readings whose median stands for a moment
_LATE = 0.5  # of the interval between two heartbeats: Discord closes a line only after a whole one more


@dataclass(frozen=True, slots=True)
class Promise:
    """Something that was to hold, how it came out, and whether that is well."""

    what: str
    figure: str
    kept: bool


@dataclass(frozen=True, slots=True)
class Soaked:
    """All that was seen: the readings at rest after warming up and at the end, the beats, what people did.

    `acts` counts by name what people did, `unanswered` names what nobody ever answered, `broken` what Discord
    would have refused, `errors` the lines of the bot's log that tell of an unexpected failure.
    """

    warm: Sequence[Reading]
    ended: Sequence[Reading]
    beats: Sequence[float]
    cuts: Sequence[float]
    interval: float
    acts: dict[str, int]
    unanswered: Sequence[str]
    broken: Sequence[str]
    errors: Sequence[str]
    exit_code: int


def judged(seen: Soaked) -> list[Promise]:
    """Return every promise with its figure."""
    late = lateness(seen.beats, seen.cuts, seen.interval)
    done = ", ".join(f"{count} {name}" for name, count in sorted(seen.acts.items()))
    return [
        _memory(seen),
        Promise(
            "no heartbeat late",
            f"{len(seen.beats)} beats of every {seen.interval:g} s, the latest {late:.2f} s late",
            bool(seen.beats) and late <= seen.interval * _LATE,
        ),
        *(_left_over(seen, what) for what in ("threads", "sockets")),
        _pooled(seen),
        Promise("everybody answered or apologised to", done, bool(seen.acts) and not seen.unanswered),
        Promise("nothing that Discord refuses", f"{len(seen.broken)} refused", not seen.broken),
        Promise("no unexpected error in the log", f"{len(seen.errors)} lines", not seen.errors),
        Promise("it stops in peace", f"exit code {seen.exit_code}", seen.exit_code == 0),
    ]


def lateness(beats: Sequence[float], cuts: Sequence[float], interval: float) -> float:
    """Return by how many seconds the latest heartbeat came late; a line that was cut begins anew."""
    gaps = itertools.pairwise(beats)
    whole = (after - before for before, after in gaps if not any(before <= cut <= after for cut in cuts))
    return max((gap - interval for gap in whole), default=0.0)


def _memory(seen: Soaked) -> Promise:
    before, after = _median(seen.warm, "megabytes"), _median(seen.ended, "megabytes")
    parsing = f"{_median(seen.warm, 'parsing'):.0f} and {_median(seen.ended, 'parsing'):.0f}"
    return Promise(
        f"memory at the end at most {GROWTH:.0%} above that after warming up",
        f"{before:.0f} MB, then {after:.0f} ({after / before - 1:+.1%}); {parsing} of that parse",
        after <= before * (1 + GROWTH),
    )


def _left_over(seen: Soaked, what: str) -> Promise:
    before, after = _median(seen.warm, what), _median(seen.ended, what)
    promise = f"no more {what} than after warming up"
    return Promise(promise, f"{before:.0f}, then {after:.0f}", after <= before)


def _pooled(seen: Soaked) -> Promise:
    before, after = _median(seen.warm, "pool"), _median(seen.ended, "pool")
    promise = f"at most {POOL} connections of Chroma to its own file"
    return Promise(promise, f"{before:.0f}, then {after:.0f}", after <= POOL)


def _median(readings: Sequence[Reading], what: str) -> float:
    return statistics.median(float(getattr(one, what)) for one in readings[-_AROUND:])
