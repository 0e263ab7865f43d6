"""What the weights in use reach on topics that they were not fitted to, from the tables of their fit."""

from __future__ import annotations

from collections.abc import Iterator

from retrieval.calibration import choices, fitting, ranking, table
from retrieval.calibration.__main__ import CHOICES, TABLES

COLUMNS = ("", "first", "any", "AUROC", "ECE", "answered", "refused")
_NAMES = {
    "en-en": "English on English",
    "nl-nl": "Dutch on Dutch",
    "en-nl": "English on Dutch",
    "nl-en": "Dutch on English",
}


def held_out() -> Iterator[tuple[str, ...]]:
    """Yield a row for each set: fitted to five sixths of the topics and tried on the rest, in turn.

    The own questions have two regressions, one for each case; their sentences are ranked by the same weights.
    """
    quoted = {one.name: (one.first, one.any) for one in ranking.held_out(choices.read(CHOICES))}
    every = [sample for path in TABLES for sample in table.read(path)]
    for foreign, case in ((False, "in one language"), (True, "in two languages")):
        for one in fitting.held_out([sample for sample in every if sample.foreign is foreign]):
            named = _NAMES.get(one.name, f"own questions, {case}")
            shares = (*quoted[one.name], one.auroc, one.ece, one.answered, one.refused)
            yield named, *(f"{share:.3f}" for share in shares)
