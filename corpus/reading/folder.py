"""The files of a folder, in one fixed order."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from corpus.errors import SourceUnreadable
from corpus.reading import files


def walk(folder: Path) -> Iterator[Path | SourceUnreadable]:
    """Yield the files below a folder, sorted, without hidden ones, and an error for each closed folder."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield SourceUnreadable(str(folder), files.sentence(error))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        # A linked folder could lead back to this one, so only real ones are entered.
        if entry.is_dir(follow_symlinks=False):
            yield from walk(Path(entry.path))
        elif not entry.is_dir():
            yield Path(entry.path)
