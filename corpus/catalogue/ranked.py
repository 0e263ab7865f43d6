"""The passages that FTS5 finds best, as what is kept of their words orders them, and how they hold these."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from corpus.catalogue.fts5_order import Lengths, Places, held_among


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
            held, there = held_among(places, sought)
            for place, many in zip(there.tolist(), held.times.tolist(), strict=True):
                times[place][term] = many
        return times

    def length(self, passage: int) -> int:
        """Return how many tokens FTS5 makes of one of the passages."""
        return int(self.lengths.of[passage])
