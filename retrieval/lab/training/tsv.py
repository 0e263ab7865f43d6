"""Tab-separated files with a header line."""

from collections.abc import Iterator
from pathlib import Path


class TableError(ValueError):
    """A data file has not the columns it should have."""


def rows(path: Path, columns: int) -> Iterator[list[str]]:
    """Read the rows after the header.

    Raises:
        TableError: a row has fewer or more cells than `columns`.
    """
    with path.open(encoding="utf-8") as lines:
        next(lines, None)
        for number, line in enumerate(lines, start=2):
            cells = line.rstrip("\n").split("\t")
            if len(cells) != columns:
                message = f"{path}, line {number}: {len(cells)} columns where {columns} should be"
                raise TableError(message)
            yield cells
