"""What stands in the place of a catalogue's file and is none: SQLite would write over it."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from corpus.catalogue import trouble_of_files

_PAUSE_SECONDS = 0.05
_LOOKS = 10  # at an empty file, a pause apart: another program may be making a catalogue of it


def refuse(file: Path, followed_by: Callable[[], bool]) -> None:
    """Refuse a file that is no catalogue.

    Args:
        file: where the catalogue is to be.
        followed_by: tells whether an index beside it holds passages of a catalogue.

    Raises:
        CatalogueUnusable: something else is in its place, or emptied it.
    """
    other = trouble_of_files.foreign(file)
    if other:
        raise other
    if _stays_empty(file, followed_by):
        raise trouble_of_files.emptied(file)


def _stays_empty(file: Path, followed_by: Callable[[], bool]) -> bool:
    """Tell whether a file that an index follows is empty, and nobody is making a catalogue of it."""
    for _ in range(_LOOKS):
        if not trouble_of_files.is_empty(file) or not followed_by():
            return False
        time.sleep(_PAUSE_SECONDS)
    return True
