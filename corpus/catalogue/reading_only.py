"""A catalogue that can be read where it cannot be written: in a folder without rights, or on a full disk."""

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Engine, create_engine, event


def engine(database: str | None) -> Engine | None:
    """Return what reads the SQLite file `database` without making files beside it; None where nothing can.

    Where the file of changes beside it holds any, only SQLite's own way reads what is so: that one may fail.
    """
    file = Path(database or "")
    if not os.path.isfile(file):  # noqa: PTH113 - of what may not be looked at it says no and does not raise
        return None
    lone = not _holds(file.with_name(f"{file.name}-wal"))
    opened = create_engine(
        "sqlite:///file", creator=lambda: _opened(file.absolute(), alone="&immutable=1" if lone else "")
    )
    event.listen(opened, "connect", _tune)
    return opened


def _opened(file: Path, alone: str) -> sqlite3.Connection:
    uri = f"file:{quote(str(file))}?mode=ro{alone}"
    return sqlite3.connect(uri, uri=True, check_same_thread=False)


def _tune(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None
    connection.execute("PRAGMA query_only=ON")


def _holds(file: Path) -> bool:
    try:
        return file.stat().st_size > 0
    except OSError:
        return False
