"""The order in which FTS5 finds passages: its BM25, by its own formula, as `fts5_aux.c` of SQLite has it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

_K1 = 1.2
_B = 0.75
_LEAST = 1e-6  # what a term counts for its rarity that more than half of the passages hold


@dataclass(frozen=True, slots=True)
class Places:
    """The passages that hold a term, in order, and how often each does."""

    passages: npt.NDArray[np.int32]
    times: npt.NDArray[np.int32]


def found_best(lengths: npt.NDArray[np.int32], places: Sequence[Places], most: int) -> list[int]:
    """Return the passages of the greatest BM25, first those of smaller numbers where it is the same."""
    there = lengths[lengths >= 0]
    count, mean = len(there), int(there.sum()) / max(len(there), 1) or 1.0
    scores = np.zeros(len(lengths))
    for one in places:
        hits, times = len(one.passages), one.times
        rarity = math.log((count - hits + 0.5) / (hits + 0.5))
        damping = _K1 * (1 - _B + _B * lengths[one.passages] / mean)
        weight = rarity if rarity > 0 else _LEAST
        scores[one.passages] += weight * ((times * (_K1 + 1)) / (times + damping))
    found = np.flatnonzero(scores)
    if len(found) > most:
        least = np.partition(scores[found], len(found) - most)[len(found) - most]
        found = found[scores[found] >= least]
    order = np.lexsort((found, -scores[found]))
    return [int(passage) for passage in found[order]]
