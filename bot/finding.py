"""What one check of a newsdesk found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found; `cure` says what to do, None where nothing is needed."""

    name: str
    well: bool
    finding: str
    cure: str | None = None
