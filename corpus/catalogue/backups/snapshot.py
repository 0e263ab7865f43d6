"""One state of a catalogue as an SQLite file, made while others write: the heart of every backup."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy.engine import make_url

from corpus.catalogue.backups import rows_between, sqlite_file
from corpus.catalogue.connection import Catalogue
from corpus.catalogue.engines import sqlite_url


def sqlite_file_of(url: str) -> Path | None:
    """Return the file of a catalogue in SQLite; None for one in another database."""
    address = make_url(url)
    return Path(address.database or "") if address.get_backend_name() == "sqlite" else None


def of_sqlite(connection: sqlite3.Connection, target: Path) -> None:
    """Write what a catalogue holds at this moment into the file `target`.

    It is SQLite's own `VACUUM INTO`: a transaction that only reads, so that nobody waits for it, and what was
    deleted does not come along in unused pages.

    Raises:
        NoCatalogue: it holds no tables of newsdesk.
        sqlite3.Error: it is damaged, or there is no room.
    """
    sqlite_file.require_catalogue(connection)
    _closed_to_others(target)
    connection.execute("VACUUM INTO ?", (str(target),))
    with sqlite_file.connected(target) as copy:
        # What is under way ends with its process, and has tokens that let one write in Discord for a while.
        copy.execute("PRAGMA secure_delete=ON")
        if copy.execute("SELECT 1 FROM sqlite_master WHERE name = 'underway'").fetchone():
            copy.execute("DELETE FROM underway")


def of_postgresql(source: Catalogue, target: Path) -> None:
    """Write the rows of one state of a catalogue in PostgreSQL into the SQLite file `target`.

    Raises:
        CatalogueUnusable: a database does not do its work.
    """
    _closed_to_others(target)
    copy = Catalogue(sqlite_url(target))
    try:
        with source.reading() as old, copy.writing() as new:
            rows_between.clear(new)
            rows_between.copy(old, new)
    finally:
        copy.close()
    sqlite_file.close_up(target)


def _closed_to_others(target: Path) -> None:
    target.touch(mode=0o600, exist_ok=False)
