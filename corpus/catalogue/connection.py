"""The catalogue's database: SQLite in WAL mode, or PostgreSQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from corpus.catalogue import engines, imposters, kept, opening, overwriting, reading_only, trouble
from corpus.errors import CatalogueUnusable

__all__ = ["Catalogue", "Connection"]  # the rest of the product knows SQLAlchemy by these alone
_WRITE_LOCK = 0x6E657773  # any fixed number: PostgreSQL's advisory lock for writers of a catalogue


class Catalogue:
    """One database of articles; every visit to it is a transaction."""

    for_one_thread = False  # whether all visits are to be made by the thread that opened it

    def __init__(
        self,
        url: str,
        *,
        upgrades: bool = True,
        tells: bool = True,
        followed_by: Callable[[], bool] = lambda: False,
        keeps_words: bool = False,
    ) -> None:
        """Open the database at an SQLAlchemy `url`, making it if it is new.

        One of an earlier release is brought up to date, an SQLite file after a copy of it was laid beside it;
        `upgraded` then says what it was and where the copy is. Where it can be read but not written, it is
        open for reading, and `unwritable` says why.

        Args:
            url: the database's address.
            upgrades: whether one of an earlier release is brought up to date, or else refused and left.
            tells: whether the log says that it was.
            followed_by: tells whether an index beside the database holds passages of a catalogue; asked
                only where the file is there and empty, which no catalogue ever is.
            keeps_words: whether the words of questions are kept in memory, for who is asked again and again.

        Raises:
            CatalogueOutdated: an earlier release made it, and `upgrades` is off.
            CatalogueUnusable: it cannot be reached or read, or a later release made it.
        """
        self.unwritable: CatalogueUnusable | None = None
        self.upgraded: opening.Upgraded | None = None
        self._kept = kept.Kept(words=keeps_words)
        self._closed = False
        try:
            self._engine = engines.engine(url)
        except (SQLAlchemyError, OSError, ImportError) as error:
            raise trouble.told(url, error) from error
        try:
            if self._engine.dialect.name == "sqlite" and self._engine.url.database:
                imposters.refuse(Path(self._engine.url.database), followed_by)
            if not self._is_ready(upgrades=upgrades):
                self._make_ready(tells=tells)
        except CatalogueUnusable as error:
            self.close()
            self._read_only(error)

    def _is_ready(self, *, upgrades: bool) -> bool:
        with self.reading() as connection:
            return opening.is_ready(connection, upgrades=upgrades)

    def _read_only(self, error: CatalogueUnusable) -> None:
        """Open it for reading alone, where it was only writing that failed."""
        # A full disk or a folder without rights: the file itself may be as good as ever.
        beside = reading_only.engine(self._engine.url.database) if error.reads_on else None
        if beside is None:
            raise error
        self._engine, self.unwritable, self._closed = beside, error, False
        try:
            ready = self._is_ready(upgrades=False)
        except CatalogueUnusable:
            ready = False
        if not ready:
            self.close()
            raise error

    def _make_ready(self, *, tells: bool) -> None:
        with self._connected() as connection, engines.patient(connection), self._begun(connection):
            self.upgraded = opening.make_ready(connection)
        if self.upgraded and tells:
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
            kept.begin(connection, self._kept)
            transaction = connection.begin()
            try:
                yield connection
            finally:
                transaction.rollback()  # on a damaged file even a commit of nothing fails

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Change the catalogue: whole or not at all, and no other process writes meanwhile.

        Raises:
            CatalogueUnusable: the database does not do its work.
        """
        if self.unwritable is not None:
            raise self.unwritable
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
            kept.begin_trial(connection, self._kept)
            try:
                yield _Trial(self._engine, connection)
            finally:
                connection.rollback()

    def overwrite(self) -> bool:
        """Let nothing that was deleted be left in the files; False where another program is in the way.

        Raises:
            CatalogueUnusable: the database does not do its work, such as where the disk is full.
        """
        with self._wrapped():
            return overwriting.overwrite(self._engine)

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        with self._wrapped(), self._engine.connect() as connection:
            try:
                yield connection
            finally:
                if self._closed and not connection.invalidated:
                    connection.detach()  # so that it ends here: nobody lets go of it again

    @contextmanager
    def _wrapped(self) -> Iterator[None]:
        try:
            yield
        except (DBAPIError, sqlite3.Error) as error:
            raise trouble.told(self._engine.url, error) from error

    def close(self) -> None:
        """Let go of the database; a visit under way, or of a thread that comes later, does so at its end."""
        self._closed = True
        self._engine.dispose()


class _Trial(Catalogue):
    """A catalogue whose visits all belong to one transaction that somebody else ends."""

    for_one_thread = True

    def __init__(self, engine: Engine, connection: Connection) -> None:
        self.unwritable = None
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
