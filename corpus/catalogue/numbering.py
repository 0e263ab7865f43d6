"""The numbers of rows, given out before they are written: so those of a table are written by one statement.

What a database says of the rows of one statement comes in any order, and SQLite took each by itself for that.
"""

from collections.abc import Sequence
from functools import cache

from sqlalchemy import Connection, Table, TextClause, text


def numbers(connection: Connection, table: Table, many: int) -> Sequence[int]:
    """Return the numbers of so many new rows, in order; the connection is one that writes.

    No number was ever another row's, also of one that was deleted.
    """
    if connection.dialect.name == "sqlite":
        # Nobody else writes until this transaction ends.
        first = connection.scalar(_greatest(table)) + 1
        return range(first, first + many)
    return sorted(connection.scalars(_FOLLOWING, {"name": table.name, "many": many}))


@cache
def _greatest(table: Table) -> TextClause:
    """Return what tells the greatest number that was given so far; of a row that was deleted, `seq` knows."""
    given = f"SELECT max(seq) FROM sqlite_sequence WHERE name = '{table.name}'"  # nosec B608  # noqa: S608 - no values
    there = f"SELECT max(id) FROM {table.name}"  # nosec B608  # noqa: S608 - no values
    return text(f"SELECT max(coalesce(({given}), 0), coalesce(({there}), 0))")  # nosec B608


_FOLLOWING = text("SELECT nextval(pg_get_serial_sequence(:name, 'id')) FROM generate_series(1, :many)")
