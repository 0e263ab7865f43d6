"""How the address of a catalogue in a file is written."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.engine import URL


def sqlite_url(file: Path) -> str:
    """Return the address of an SQLite database; signs in the name that mean something there are escaped."""
    return URL.create("sqlite", database=str(file.absolute())).render_as_string(hide_password=False)
