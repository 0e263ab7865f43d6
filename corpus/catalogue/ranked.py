"""The passages that FTS5 finds best, as what is kept of their words orders them, and how they hold these."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from corpus.catalogue.fts5_order import Best, Lengths


@dataclass(frozen=True, slots=True)
class Ranked:
    """The best passages of all guilds, and the terms: whoever asks leaves out what may not be seen."""

    terms: Sequence[str]
    best: Best
    lengths: Lengths

    @property
    def passages(self) -> Sequence[int]:
        """The passages, best first."""
        return self.best.passages

    def times(self, which: Sequence[int]) -> list[dict[str, int]]:
        """Return how often some of the passages, given by their place among the best, hold each term."""
        held = self.best.times[:, list(which)]
        times: list[dict[str, int]] = [{} for _ in which]
        for term, passage in np.argwhere(held).tolist():
            times[passage][self.terms[term]] = int(held[term, passage])
        return times

    def length(self, passage: int) -> int:
        """Return how many tokens FTS5 makes of one of the passages."""
        return int(self.lengths.of[passage])
