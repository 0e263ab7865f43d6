"""Putting a catalogue in the place of the one in an SQLite file: a crash leaves either of them whole."""

from __future__ import annotations

import datetime
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from corpus.catalogue.backups import making, sqlite_file
from corpus.catalogue.backups.workplace import keep, remember_names, workplace
from corpus.errors import BackupNotMade, RestoreRefused

_BESIDE = ("", "-wal", "-shm", "-journal")  # SQLite's names for the file of a database and what goes with it
_PATIENCE = 0.5  # seconds; whoever has it open keeps it far longer


def put_in_place(new: Path, target: Path, kept: Path, now: datetime.datetime) -> list[Path]:
    """Put the catalogue in the file `new` at `target`, and return under which names what was there is kept.

    A catalogue that opens is overwritten by SQLite itself, in one transaction of its own, while nobody else
    can open it: who waits for it sees the new one then. Moving the file away instead would leave whoever
    waits with the old one, whose log they would then write beside the new one.
    One that does not open, which nobody can use, is moved away.

    Args:
        new: a catalogue, closed, on the same disk.
        target: where it goes.
        kept: the name for what is there, without an ending.
        now: the time, in UTC.

    Raises:
        RestoreRefused: another process has the catalogue open.
        BackupNotMade: what is there cannot be kept.
        OSError: the disk does not take it.
    """
    if not target.exists() or not target.stat().st_size:
        return _moved_in(new, target, kept)
    try:
        with _alone(target) as connection:
            aside = _kept(connection, target, kept, now)
            with sqlite_file.connected(new) as whole:
                whole.backup(connection)
            return [aside]
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:  # "file is not a database": SQLite knows nothing to overwrite
        return _moved_in(new, target, kept)


def require_unused(target: Path) -> None:
    """Make sure that no other process has the catalogue of a file open.

    Raises:
        RestoreRefused: one has.
    """
    if target.exists() and target.stat().st_size:
        with suppress(sqlite3.DatabaseError), _alone(target):
            pass


@contextmanager
def _alone(target: Path) -> Iterator[sqlite3.Connection]:
    """Connect to a catalogue that nobody else has open, and let nobody open it until the end.

    Each connection in WAL mode holds SQLite's lock of readers for as long as it lasts, also while it does
    nothing: only without them can that mode be left.
    """
    with sqlite_file.connected(target, patience=_PATIENCE) as connection:
        try:
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
            connection.execute("PRAGMA journal_mode=DELETE")
            connection.execute("PRAGMA synchronous=EXTRA")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
                raise RestoreRefused(
                    f"Another process uses the catalogue at {target}: stop the bot and other commands, "
                    "and try again. Nothing was changed."
                ) from error
            raise
        yield connection


def _kept(connection: sqlite3.Connection, target: Path, kept: Path, now: datetime.datetime) -> Path:
    """Keep what is there as a backup that can be restored; what is too damaged for that, as it is."""
    try:
        return making.of_opened(connection, kept.with_name(f"{kept.name}.zip"), now).file
    except BackupNotMade as error:
        # What SQLite calls operational is a full disk, or one that fails: another copy does no better.
        damaged = isinstance(error.__cause__, sqlite3.DatabaseError | sqlite_file.NoCatalogue)
        if not damaged or isinstance(error.__cause__, sqlite3.OperationalError):
            raise
    aside = kept.with_name(f"{kept.name}.db")
    with workplace(target.parent) as folder:
        raw = folder / aside.name
        raw.touch(mode=0o600)
        shutil.copyfile(target, raw)
        keep(raw, aside, replacing=False)
    return aside


def _moved_in(new: Path, target: Path, kept: Path) -> list[Path]:
    """Move what is there away, its log before it: beside another catalogue it would be taken for its own."""
    aside = []
    for ending in reversed(_BESIDE):
        there = target.with_name(f"{target.name}{ending}")
        if there.exists() and there.stat().st_size:
            aside.append(there.replace(kept.with_name(f"{kept.name}.db{ending}")))
            remember_names(target.parent)
    keep(new, target, replacing=target.exists())
    return aside
