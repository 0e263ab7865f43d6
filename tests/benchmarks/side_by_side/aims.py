"""What newsdesk is to reach beside its peers, held against what a run of `make bench` kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.benchmarks.side_by_side.rivals import NEWSDESK

_QUALITY = ("hits@1", "MRR@10", "hits@1 in English", "MRR@10 in English")
_TIMES = ("search p50, ms", "search p95, ms")
_MEMORY = {1_000: 450, 100_000: 900}  # MB of the bot at so many passages

Figures = Mapping[str, Mapping[str, float | None]]


@dataclass(frozen=True, slots=True)
class Aim:
    """A figure, what it is to be at least, or at most, and what it was."""

    figure: str
    bound: float
    measured: float
    unit: str = ""
    at_most: bool = False

    @property
    def reached(self) -> bool:
        """Whether it is on the right side of the bound, or on it."""
        return self.measured <= self.bound if self.at_most else self.measured >= self.bound


def aims(kept: Mapping[str, Any]) -> list[Aim]:
    """Return all aims that the run has figures for; those beside peers need one peer that took part."""
    sets = [("the given articles", kept["figures"])]
    sets += [(f"{size['passages']:,} passages", size["figures"]) for size in kept["sizes"]]
    return [
        *_adding(kept),
        *(aim for named, figures in sets for aim in _searching(named, figures)),
        *_answering(kept["figures"]),
        *_cold(kept["sizes"]),
        *_memory(kept["sizes"]),
        *(aim for named, figures in sets for aim in _quality(named, figures)),
    ]


def without_vnni(kept: Mapping[str, Any]) -> bool:
    """Tell whether the processor that a run was made on has no VNNI."""
    return "without VNNI" in kept["processor"]


def _adding(kept: Mapping[str, Any]) -> Iterator[Aim]:
    fast, own = "characters read a second", kept["figures"].get(NEWSDESK, {})
    # Sums of 8 bits are what newsdesk's encoder is made of, and torch's is not.
    least = 2 if without_vnni(kept) else 3
    if best := max(_peers(kept["figures"], fast), default=None):
        yield Aim("characters read a second, of the fastest peer's", least, own[fast] / best, " times")
    if share := own.get("share of the encoder"):
        yield Aim("adding, of the bare encoder's speed", 0.85, share, "%")


def _searching(named: str, figures: Figures) -> Iterator[Aim]:
    for one in _TIMES:
        best, own = min(_peers(figures, one), default=None), figures.get(NEWSDESK, {}).get(one)
        if best and own:
            what = f"{one.removesuffix(', ms')} over {named}, of the fastest peer's"
            yield Aim(what, 0.5, own / best, " times", at_most=True)


def _answering(figures: Figures) -> Iterator[Aim]:
    own = figures.get(NEWSDESK, {})
    one, many = (own.get(f"answer, {asking} at once, a second") for asking in (1, 16))
    if one and many:
        yield Aim("answers a second with 16 asking, of those with one", 1.8, many / one, " times")
    if again := own.get("the same again, ms"):
        yield Aim("the same question again", 5, again, " ms", at_most=True)


def _cold(sizes: Sequence[Mapping[str, Any]]) -> Iterator[Aim]:
    if not sizes:
        return
    ordered = sorted(sizes, key=lambda size: int(size["passages"]))
    least, most = ordered[0], ordered[-1]
    own = least["figures"].get(NEWSDESK, {}).get("cold, s")
    best = min(_peers(least["figures"], "cold, s"), default=None)
    if own and best:
        what = f"cold question over {least['passages']:,} passages, the fastest peer's of ours"
        yield Aim(what, 4, best / own, " times")
    later = most["figures"].get(NEWSDESK, {}).get("cold, s")
    if own and later and most is not least:
        what = f"cold question over {most['passages']:,} passages, of that over {least['passages']:,}"
        yield Aim(what, 2, later / own, " times", at_most=True)


def _memory(sizes: Sequence[Mapping[str, Any]]) -> Iterator[Aim]:
    for size in sizes:
        own = size["figures"].get(NEWSDESK, {}).get("memory asking, MB")
        if own and size["passages"] in _MEMORY:
            most = _MEMORY[size["passages"]]
            yield Aim(f"memory over {size['passages']:,} passages", most, own, " MB", at_most=True)


def _quality(named: str, figures: Figures) -> Iterator[Aim]:
    for one in _QUALITY:
        best, own = max(_peers(figures, one), default=None), figures.get(NEWSDESK, {}).get(one)
        if best is not None and own is not None:
            yield Aim(f"{one} over {named}, beside the best peer", best, own)


def _peers(figures: Figures, name: str) -> list[float]:
    known = [of.get(name) for title, of in figures.items() if title != NEWSDESK]
    return [one for one in known if one is not None]
