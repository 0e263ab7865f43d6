"""How sure an answer is."""

from __future__ import annotations

import math
from collections.abc import Sequence

from retrieval.quoting import Quote

THRESHOLD = 0.5


def confidence(quotes: Sequence[Quote]) -> float:
    """Return the probability in [0, 1] that the best of `quotes` answers."""
    if not quotes:
        return 0.0
    best = quotes[0]
    return 1 / (1 + math.exp(-(10 * (best.dense + best.coverage) - 5)))
