"""Move a catalogue to an empty PostgreSQL database: articles, vectors, journal, answers, all of it.

    newsdesk doctor                       # the catalogue is whole and of this release, and no bot runs
    python examples/to_postgresql.py sqlite:////home/me/.local/share/newsdesk/catalogue.db \
        postgresql+psycopg://newsdesk:secret@host/newsdesk
    DATABASE_URL=postgresql+psycopg://newsdesk:secret@host/newsdesk newsdesk doctor

Nothing is embedded again, and what is moved stays where it was too.
"""
# ruff: noqa: INP001 - a script, not a package

from __future__ import annotations

import sys

from sqlalchemy import Connection, Integer, Table, func, insert, select, text

from corpus.catalogue import editing
from corpus.catalogue.connection import Catalogue
from corpus.catalogue.schema import facts, tables, terms, versions

BATCH = 500


def move(source: Catalogue, target: Catalogue) -> dict[str, int]:
    """Copy every table into the empty `target` in one transaction and return the rows of each.

    Raises:
        CatalogueUnusable: a database does not do its work.
        SystemExit: `target` has articles already.
    """
    with source.reading() as old, target.writing() as new:
        if new.scalar(select(func.count()).select_from(versions)):
            sys.exit("That catalogue has articles already: name an empty database.")
        # SQLite keeps moments without their zone, which is UTC.
        new.execute(text("SET LOCAL TIME ZONE 'UTC'"))
        new.execute(facts.delete())
        moved = {table.name: _copy(old, new, table) for table in tables.sorted_tables if table is not terms}
        editing.index_words_anew(new)
    return moved


def _copy(old: Connection, new: Connection, table: Table) -> int:
    rows = 0
    for some in old.execute(select(table).order_by(*table.primary_key)).mappings().partitions(BATCH):
        new.execute(insert(table), [dict(row) for row in some])
        rows += len(some)
    numbered = table.autoincrement_column
    if rows and numbered is not None and isinstance(numbered.type, Integer):
        # The next row gets the number after the greatest that was moved.
        sequence = func.pg_get_serial_sequence(table.name, numbered.name)
        new.execute(select(func.setval(sequence, select(func.max(numbered)).scalar_subquery())))
    return rows


if __name__ == "__main__":
    if len(sys.argv) != len(("program", "from", "to")):
        sys.exit("Name two databases: from where and to where.")
    given, wanted = sys.argv[1:]
    for name, number in move(Catalogue(given, upgrades=False), Catalogue(wanted)).items():
        sys.stdout.write(f"{number:8} {name}\n")
