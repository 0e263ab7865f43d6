"""What the regressions reach on groups that they were not fitted to, from the table of their fit."""

from __future__ import annotations

from collections.abc import Iterator

from retrieval.lab.calibration import fitting
from retrieval.lab.calibration.__main__ import TABLE

COLUMNS = ("", "questions", "first", "AUROC", "ECE")


def held_out() -> Iterator[tuple[str, ...]]:
    """Yield a row for each set: fitted to four fifths of the groups and tried on the rest, in turn."""
    for one in fitting.held_out(fitting.read(TABLE)):
        yield one.name, str(one.questions), *(f"{share:.3f}" for share in (one.first, one.auroc, one.ece))
