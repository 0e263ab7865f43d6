"""An SQLite file of a catalogue of any format, looked at by itself: whether it is one, and what is in it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_OWN = {"facts", "versions", "passages"}  # every format has these
_MADE_AGAIN = ("words", "sqlite_", "terms", "vocabulary")  # what follows from the rest, and SQLite's own

_REVISIONS = "schema_revision"


class NoCatalogue(Exception):
    """An SQLite file is no catalogue of newsdesk; the message says so."""


@contextmanager
def connected(file: Path, *, patience: float = 60.0) -> Iterator[sqlite3.Connection]:
    """Connect to a file that is there, waiting up to so many seconds for others.

    Raises:
        sqlite3.Error: it is none of SQLite's, or not to be read.
    """
    there = f"{file.absolute().as_uri()}?{_way(file)}"
    connection = sqlite3.connect(there, uri=True, isolation_level=None, timeout=patience)
    try:
        yield connection
    finally:
        connection.close()


def require_catalogue(connection: sqlite3.Connection) -> None:
    """Make sure that it is a catalogue.

    Raises:
        NoCatalogue: it is not.
        sqlite3.Error: it cannot be read.
    """
    if not set(_tables(connection)) >= _OWN:
        raise NoCatalogue("There are no tables of newsdesk in it.")


def tables_format(connection: sqlite3.Connection) -> str:
    """Return what the catalogue says of its tables: `revision 0012`, or before there were any, `format 2`."""
    if _REVISIONS in _tables(connection):
        found = connection.execute(f"SELECT version_num FROM {_REVISIONS}").fetchone()  # nosec B608 # noqa: S608 - our own name
        return f"revision {found[0] if found else None}"
    found = connection.execute("SELECT value FROM facts WHERE name = 'format'").fetchone()
    return f"format {found[0] if found else None}"


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    """Return the rows of every table, without the word index, which follows from them."""
    named = [name for name in _tables(connection) if not name.startswith(_MADE_AGAIN)]
    # The file may be anybody's: a name is quoted as SQLite quotes names.
    quoted = {name: '"' + name.replace('"', '""') + '"' for name in named}
    return {
        name: connection.execute(f"SELECT count(*) FROM {quoted[name]}").fetchone()[0]  # nosec B608 # noqa: S608 - quoted
        for name in named
    }


def fault(connection: sqlite3.Connection) -> str | None:
    """Return what SQLite finds wrong with the file; None where it is whole."""
    found: str = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    return None if found == "ok" else found


def close_up(file: Path) -> None:
    """Put everything of a catalogue into its one file, so that it can be moved by that name alone.

    Raises:
        sqlite3.Error: somebody has it open.
    """
    with connected(file) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")


def _way(file: Path) -> str:
    """Return how a file can be opened: where nothing can be written beside it, nobody writes it either."""
    if os.access(file.parent, os.W_OK):
        return "mode=rw"
    return "mode=ro" if file.with_name(f"{file.name}-wal").exists() else "mode=ro&immutable=1"


def _tables(connection: sqlite3.Connection) -> list[str]:
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return [name for (name,) in found]
