"""Copying every row of a catalogue into another one, whichever databases the two are in."""

from __future__ import annotations

from sqlalchemy import Connection, Integer, Table, delete, exists, func, insert, select, text

from corpus.catalogue import editing, words
from corpus.catalogue.schema import facts, tables, terms, underway

_BATCH = 500
# The word index is made anew, and what is under way is so in the one process that does it.
_LEFT_OUT = {terms.name, underway.name}


def holds_anything(connection: Connection) -> bool:
    """Tell whether a catalogue holds anything but the facts about itself."""
    asked = (select(exists(select(table))) for table in tables.sorted_tables if table is not facts)
    return any(connection.scalar(one) for one in asked)


def clear(connection: Connection) -> None:
    """Delete everything that a catalogue holds."""
    words.clear(connection)
    for table in reversed(tables.sorted_tables):
        connection.execute(delete(table))


def copy(old: Connection, new: Connection) -> dict[str, int]:
    """Copy all rows into an empty catalogue, with their numbers, and return how many of each table.

    What SQLite keeps of moments has no zone, and is UTC.
    """
    if new.dialect.name == "postgresql":
        new.execute(text("SET LOCAL TIME ZONE 'UTC'"))
    copied = {
        table.name: _copy(old, new, table) for table in tables.sorted_tables if table.name not in _LEFT_OUT
    }
    editing.index_words_anew(new)
    return copied


def _copy(old: Connection, new: Connection, table: Table) -> int:
    rows = 0
    wanted = select(table).order_by(*table.primary_key).execution_options(yield_per=_BATCH)
    for some in old.execute(wanted).mappings().partitions(_BATCH):
        new.execute(insert(table), [dict(row) for row in some])
        rows += len(some)
    if rows and new.dialect.name == "postgresql":
        _count_on(new, table)
    return rows


def _count_on(new: Connection, table: Table) -> None:
    """Have the next row numbered after the greatest number there is."""
    numbered = table.autoincrement_column
    if numbered is not None and isinstance(numbered.type, Integer):
        sequence = func.pg_get_serial_sequence(table.name, numbered.name)
        new.execute(select(func.setval(sequence, select(func.max(numbered)).scalar_subquery())))
