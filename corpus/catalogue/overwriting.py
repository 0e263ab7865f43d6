"""Overwriting what was deleted, so that nothing of it is left in the files of the database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corpus.catalogue.schema import tables

if TYPE_CHECKING:
    from sqlalchemy import Engine

_BUSY = 0  # place of SQLite's word on whether somebody read meanwhile, in what a checkpoint returns


def overwrite(engine: Engine) -> bool:
    """Write a database anew without what was deleted; False where that waits for another program.

    SQLite: the word index drops what it only marked as deleted, the file is written anew, the log is emptied.
    PostgreSQL: dead rows are given up, in place; its own log and its copies are for who runs the server.
    """
    connection = engine.raw_connection()
    try:
        driver: Any = connection.driver_connection  # the driver's own
        if engine.dialect.name == "sqlite":
            cursor = connection.cursor()
            cursor.execute("INSERT INTO words (words) VALUES ('optimize')")
            cursor.execute("VACUUM")
            left = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            return not left[_BUSY]
        driver.autocommit = True
        cursor = connection.cursor()
        for name in (*tables.tables, "words"):
            cursor.execute(f'VACUUM "{name}"')
        driver.autocommit = False
        return True
    finally:
        connection.close()
