"""The passages that FTS5 finds best, as what is kept of their words orders them, and how they hold these."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from corpus.catalogue.fts5_order import Lengths, Numbers, Places


@dataclass(frozen=True, slots=True)
class Ranked:
    """Passages, best first, of all guilds: whoever asks leaves out what may not be seen."""

    passages: Sequence[int]
    lengths: Lengths
    places: Mapping[str, Places]

    def times(self, passages: Sequence[int]) -> list[dict[str, int]]:
        """Return how often each of some passages, in any order, holds each of the terms that it holds."""
        sought = np.array(passages, np.int32)
        times: list[dict[str, int]] = [{} for _ in passages]
        for term, places in self.places.items():
            for place, many in zip(*_there(places, sought), strict=True):
                times[place][term] = many
        return times

    def length(self, passage: int) -> int:
        """Return how many tokens FTS5 makes of one of the passages."""
        return int(self.lengths.of[passage])


def _there(places: Places, sought: Numbers) -> tuple[list[int], list[int]]:
    """Return which of the passages sought hold a term, and how often."""
    if not len(places.passages):
        return [], []
    at = np.searchsorted(places.passages, sought)
    at[at == len(places.passages)] = 0
    found = np.flatnonzero(places.passages[at] == sought)
    return found.tolist(), places.times[at[found]].tolist()
