"""Making a backup: one state of a catalogue in one file, whole under its name or not there at all."""

from __future__ import annotations

import datetime
import errno
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from corpus.catalogue.backups import packing, snapshot, sqlite_file
from corpus.catalogue.backups.manifest import Manifest
from corpus.catalogue.backups.packing import Tell
from corpus.catalogue.backups.sqlite_file import NoCatalogue
from corpus.catalogue.backups.workplace import keep, workplace
from corpus.catalogue.connection import Catalogue
from corpus.errors import BackupNotMade

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT}


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was made: its file, how large that is in bytes, and what it says of itself."""

    file: Path
    bytes: int
    manifest: Manifest


def make(
    url: str,
    file: Path,
    now: Callable[[], datetime.datetime],
    *,
    replacing: bool = False,
    tell: Tell = lambda _: None,
) -> Backup:
    """Write a backup of the catalogue at an SQLAlchemy `url` into `file`, while others use it.

    A catalogue in SQLite is not brought up to date for this: a backup can come before an upgrade.

    Args:
        url: where the catalogue is.
        file: where the backup goes.
        now: the clock, in UTC.
        replacing: whether a file of that name may be replaced, once the new one is whole.
        tell: is given the bytes of each piece that was packed.

    Raises:
        BackupNotMade: the file is there already, cannot be written, or the catalogue cannot be read.
        CatalogueOutdated: a catalogue in PostgreSQL is of an earlier release.
        CatalogueUnusable: PostgreSQL does not answer.
    """
    require_free(file, replacing=replacing)
    with told(file), _opened(url) as opened:
        return _made(opened, file, now(), replacing=replacing, tell=tell)


def of_opened(opened: sqlite3.Connection | Catalogue, file: Path, made: datetime.datetime) -> Backup:
    """Write a backup of a catalogue through what has it for itself: SQLite's connection, or PostgreSQL's.

    Raises:
        BackupNotMade: it cannot be written, or the catalogue is damaged.
    """
    with told(file):
        return _made(opened, file, made, replacing=False, tell=lambda _: None)


def _made(
    opened: sqlite3.Connection | Catalogue,
    file: Path,
    made: datetime.datetime,
    *,
    replacing: bool,
    tell: Tell,
) -> Backup:
    with workplace(file.absolute().parent) as folder:
        copy, packed = folder / "catalogue.db", folder / "backup"
        if isinstance(opened, Catalogue):
            snapshot.of_postgresql(opened, copy)
        else:
            snapshot.of_sqlite(opened, copy)
        described = _described(copy, made, "postgresql" if isinstance(opened, Catalogue) else "sqlite")
        packing.pack(copy, described, packed, tell)
        keep(packed, file.absolute(), replacing=replacing)
        return Backup(file, file.stat().st_size, described)


@contextmanager
def _opened(url: str) -> Iterator[sqlite3.Connection | Catalogue]:
    """Open a catalogue to be read; one in SQLite as it is, of whichever format."""
    file = snapshot.sqlite_file_of(url)
    if file is None:
        # Its rows are read by the tables of this release, and a backup changes nothing.
        catalogue = Catalogue(url, upgrades=False)
        try:
            yield catalogue
        finally:
            catalogue.close()
        return
    if not file.is_file():
        raise BackupNotMade(
            f"There is no catalogue at {file}, so nothing to back up: check NEWSDESK_HOME and DATABASE_URL."
        )
    with sqlite_file.connected(file) as connection:
        yield connection


def _described(copy: Path, made: datetime.datetime, database: str) -> Manifest:
    with sqlite_file.connected(copy) as connection:
        fault = sqlite_file.fault(connection)
        if fault is not None:
            raise sqlite3.DatabaseError(fault)
        counts, tables_format = sqlite_file.counts(connection), sqlite_file.tables_format(connection)
    return Manifest(
        made=made,
        newsdesk=version("newsdesk"),
        tables_format=tables_format,
        database=database,
        counts=counts,
        bytes=copy.stat().st_size,
        sha256=packing.digest(copy),
    )


def require_free(file: Path, *, replacing: bool) -> None:
    """Make sure that a file can be made under that name.

    Raises:
        BackupNotMade: it cannot.
    """
    if file.is_dir():
        raise BackupNotMade(f"{file} is a folder: name a file in it.")
    if not file.absolute().parent.is_dir():
        raise BackupNotMade(f"There is no folder {file.absolute().parent}: make it, or name another file.")
    if file.exists() and not replacing:
        raise BackupNotMade(_taken(file))


def _taken(file: Path) -> str:
    return f"{file} is there already: name another file, or add --force to replace it."


@contextmanager
def told(file: Path) -> Iterator[None]:
    """Say in a sentence why a backup, or an export, cannot be written.

    Raises:
        BackupNotMade: it cannot.
    """
    try:
        yield
    except FileExistsError as error:
        raise BackupNotMade(_taken(file)) from error
    except OSError as error:
        raise BackupNotMade(unwritable(file, error)) from error
    except NoCatalogue as error:
        raise BackupNotMade(f"No backup was made, for the catalogue is none: {error}") from error
    except sqlite3.Error as error:
        if "full" in str(error):
            raise BackupNotMade(no_room(file)) from error
        raise BackupNotMade(
            f"No backup was made, for the catalogue cannot be read ({error}): run `newsdesk doctor`."
        ) from error


def unwritable(file: Path, error: OSError) -> str:
    """Return in a sentence why a file cannot be written."""
    if error.errno in _NO_ROOM:
        return no_room(file)
    return (
        f"{file} cannot be written ({error.strerror or error}): name a file in a folder that you may write."
    )


def no_room(file: Path) -> str:
    """Return the sentence for a full disk."""
    return f"There is no room for {file}: make some, or name a file on another disk. Nothing was written."
