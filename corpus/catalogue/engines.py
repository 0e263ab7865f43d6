"""The engine behind a catalogue: its address, and how each connection of it is set."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from corpus.errors import CatalogueUnusable

_BUSY_MILLISECONDS = 60_000
_UPGRADE_MILLISECONDS = 3_600_000  # whoever finds a catalogue being brought up to date waits for that
_PAUSE_SECONDS = 0.05


def engine(url: str) -> Engine:
    """Return what connects to the database at an SQLAlchemy `url`; the folder of a file is made.

    Raises:
        CatalogueUnusable: it is no address, or of a database that no catalogue can be in.
        OSError: the folder cannot be made.
        SQLAlchemyError, ImportError: there is no driver for it.
    """
    # A server that was restarted has cut off the connections that wait here to be used again. There are as
    # many as threads need: a search holds one and asks for another, and a limit would lock searches out.
    made = create_engine(url, connect_args=_connect_arguments(url), pool_pre_ping=True, **_unlimited(url))
    if made.dialect.name == "sqlite":
        if made.url.database:
            Path(made.url.database).parent.mkdir(parents=True, exist_ok=True)
        event.listen(made, "connect", _tune)
        event.listen(made, "begin", _begin)
    return made


def _unlimited(url: str) -> dict[str, Any]:
    held = make_url(url)
    in_memory = held.get_backend_name() == "sqlite" and not held.database  # has no pool to limit
    return {} if in_memory else {"max_overflow": -1}


def _connect_arguments(url: str) -> dict[str, Any]:
    try:
        dialect = make_url(url).get_backend_name()
    except ArgumentError as error:
        raise CatalogueUnusable(
            # It may hold a password, and where that begins is not known.
            "DATABASE_URL is not a database address. Write for example sqlite:////path/file.db."
        ) from error
    if dialect not in {"sqlite", "postgresql"}:
        raise CatalogueUnusable(f"DATABASE_URL names {dialect}: the catalogue needs SQLite or PostgreSQL.")
    # By its name a restore knows whether others of newsdesk are connected.
    return {"connect_timeout": 10, "application_name": "newsdesk"} if dialect == "postgresql" else {}


def _tune(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own connection
    # The driver must not begin transactions by itself: `_begin` decides which kind.
    connection.isolation_level = None
    for pragma in (f"busy_timeout={_BUSY_MILLISECONDS}", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")
    _write_ahead(connection)


def _write_ahead(connection: Any) -> None:  # noqa: ANN401 - the driver's own connection
    """Set WAL mode, for which SQLite does not wait: two programs that make a database at once collide."""
    deadline = time.monotonic() + _BUSY_MILLISECONDS / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(_PAUSE_SECONDS)
        else:
            return


@contextmanager
def patient(connection: Connection) -> Iterator[None]:
    """Have SQLite wait for whoever upgrades, and let tables be replaced: settings of no transaction."""
    driver = connection.connection.driver_connection
    if driver is None or connection.dialect.name != "sqlite":
        yield
        return
    driver.execute(f"PRAGMA busy_timeout={_UPGRADE_MILLISECONDS}")
    driver.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        driver.execute("PRAGMA foreign_keys=ON")
        driver.execute(f"PRAGMA busy_timeout={_BUSY_MILLISECONDS}")


def _begin(connection: Connection) -> None:
    # A writer takes the lock at once: one that reads first and writes later can find the database changed.
    writes = connection.get_execution_options().get("newsdesk_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def sqlite_url(file: Path) -> str:
    """Return the address of an SQLite database; signs in the name that mean something there are escaped."""
    return URL.create("sqlite", database=str(file.absolute())).render_as_string(hide_password=False)
