"""A catalogue as SQL that makes it again, in any empty database of its kind."""

from __future__ import annotations

import re
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

_QUOTED = "SELECT '(' || {} || ')' FROM \"{}\" ORDER BY rowid"


def sqlite(file: Path) -> str:
    """Return the tables of an SQLite file and their rows; those of FTS5 as the rows that were put into it."""
    with closing(sqlite3.connect(file)) as database:
        made = database.execute(
            "SELECT type, name, sql FROM sqlite_master "
            "WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'words\\_%' ESCAPE '\\' "
            "ORDER BY type <> 'table', rowid"
        ).fetchall()
        tables = [name for kind, name, _ in made if kind == "table"]
        rows = [line for name in [*tables, "sqlite_sequence"] for line in _rows(database, name)]
    return "\n".join([*(f"{sql};" for _, _, sql in made), "DELETE FROM sqlite_sequence;", *rows, ""])


def _rows(database: sqlite3.Connection, table: str) -> list[str]:
    columns = [column for _, column, *_ in database.execute(f'PRAGMA table_info("{table}")')]
    if table == "words":
        columns.insert(0, "rowid")
    values = " || ', ' || ".join(f'quote("{column}")' for column in columns)
    named = ", ".join(f'"{column}"' for column in columns)
    into = f'INSERT INTO "{table}" ({named}) VALUES'
    return [f"{into} {row};" for (row,) in database.execute(_QUOTED.format(values, table))]


def postgresql(url: str) -> str:
    """Return what `pg_dump` makes of a database, for whichever schema is first in the search path."""
    address = url.replace("+psycopg", "")
    dump = ["pg_dump", "--no-owner", "--no-privileges", "--column-inserts", address]
    told = subprocess.run(dump, check=True, capture_output=True, text=True).stdout
    lines = [
        line for line in told.splitlines() if not re.match(r"--|\\|SET |SELECT pg_catalog.set_config", line)
    ]
    return re.sub(r"\n{2,}", "\n", "\n".join(lines)).replace("public.", "") + "\n"
