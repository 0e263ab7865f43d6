"""The catalogue's database: SQLite in WAL mode, or PostgreSQL."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from corpus.catalogue import opening
from corpus.errors import CatalogueUnusable

__all__ = ["Catalogue", "Connection"]  # the rest of the product knows SQLAlchemy by these alone
_BUSY_MILLISECONDS = 60_000
_UPGRADE_MILLISECONDS = 3_600_000  # whoever finds a catalogue being brought up to date waits for that
_PAUSE_SECONDS = 0.05
_WRITE_LOCK = 0x6E657773  # any fixed number: PostgreSQL's advisory lock for writers of a catalogue


class Catalogue:
    """One database of articles; every visit to it is a transaction."""

    def __init__(self, url: str, *, upgrades: bool = True) -> None:
        """Open the database at an SQLAlchemy `url`, making it if it is new.

        One of an earlier release is brought up to date, an SQLite file after a copy of it was laid beside it;
        `upgraded` then says what it was and where the copy is. With `upgrades` off it is refused and stays
        as it is.

        Raises:
            CatalogueOutdated: an earlier release made it, and `upgrades` is off.
            CatalogueUnusable: it cannot be reached or read, or a later release made it.
        """
        self.upgraded: opening.Upgraded | None = None
        try:
            self._engine = _engine(url)
        except (SQLAlchemyError, OSError, ImportError) as error:
            raise _unusable(url, error) from error
        try:
            with self.reading() as connection:
                ready = opening.is_ready(connection, upgrades=upgrades)
            if not ready:
                self._make_ready()
        except CatalogueUnusable:
            self.close()
            raise

    def _make_ready(self) -> None:
        with self._connected() as connection, _patient(connection), self._begun(connection):
            self.upgraded = opening.make_ready(connection)
        if self.upgraded:
            opening.tell(self.upgraded)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Look at one state of the catalogue, whatever others write meanwhile.

        Raises:
            CatalogueUnusable: the database does not do its work.
        """
        with self._connected() as connection:
            if connection.dialect.name == "postgresql":
                connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Change the catalogue: whole or not at all, and no other process writes meanwhile.

        Raises:
            CatalogueUnusable: the database does not do its work.
        """
        with self._connected() as connection, self._begun(connection):
            yield connection

    @contextmanager
    def _begun(self, connection: Connection) -> Iterator[None]:
        """Begin to write, once no other process does, and end that."""
        with connection.execution_options(newsdesk_writes=True).begin():
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _WRITE_LOCK})
            yield

    @contextmanager
    def trial(self) -> Iterator[Catalogue]:
        """Try changes out: what is written to the catalogue given is seen there alone and never kept.

        All its visits, for one thread, are one transaction. It holds the lock of writers, for whom every
        answer waits too: compute beforehand what can be and keep it to some tenths of a second.
        Readers of the real catalogue are not held up and see nothing of it. Ids given in a trial
        are given again afterwards, so keep nothing under them.

        Raises:
            CatalogueUnusable: the database does not do its work.
        """
        with self.writing() as connection:
            try:
                yield _Trial(self._engine, connection)
            finally:
                connection.rollback()

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        with self._wrapped(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _wrapped(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise _unusable(self._engine.url, error) from error

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()


class _Trial(Catalogue):
    """A catalogue whose visits all belong to one transaction that somebody else ends."""

    def __init__(self, engine: Engine, connection: Connection) -> None:
        self._engine = engine
        self._connection = connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        with self._wrapped():
            yield self._connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        # A savepoint: what fails is taken back alone, as a visit of its own would be.
        with self._wrapped(), self._connection.begin_nested():
            yield self._connection

    @contextmanager
    def trial(self) -> Iterator[Catalogue]:
        with self._wrapped():
            savepoint = self._connection.begin_nested()
            try:
                yield self
            finally:
                savepoint.rollback()

    def close(self) -> None:
        """Leave the database open: it is not this trial's."""


def _engine(url: str) -> Engine:
    engine = create_engine(url, connect_args=_connect_arguments(url))
    if engine.dialect.name == "sqlite":
        if engine.url.database:
            Path(engine.url.database).parent.mkdir(parents=True, exist_ok=True)
        event.listen(engine, "connect", _tune)
        event.listen(engine, "begin", _begin)
    return engine


def _connect_arguments(url: str) -> dict[str, Any]:
    try:
        dialect = make_url(url).get_backend_name()
    except ArgumentError as error:
        raise CatalogueUnusable(
            f"DATABASE_URL is not a database address: {url!r}. Write for example sqlite:////path/file.db."
        ) from error
    if dialect not in {"sqlite", "postgresql"}:
        raise CatalogueUnusable(f"DATABASE_URL names {dialect}: the catalogue needs SQLite or PostgreSQL.")
    return {"connect_timeout": 10} if dialect == "postgresql" else {}


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
def _patient(connection: Connection) -> Iterator[None]:
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


def _unusable(url: str | URL, error: Exception) -> CatalogueUnusable:
    reason = str(getattr(error, "orig", error)).strip().partition("\n")[0]
    address = make_url(url).render_as_string(hide_password=True)
    return CatalogueUnusable(
        f"The catalogue at {address} does not answer ({reason}). Check DATABASE_URL and NEWSDESK_HOME."
    )


def sqlite_url(file: Path) -> str:
    """Return the address of an SQLite database; signs in the name that mean something there are escaped."""
    return URL.create("sqlite", database=str(file.absolute())).render_as_string(hide_password=False)
