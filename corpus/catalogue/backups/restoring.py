"""Restoring a backup: checked first, put in place whole, checked again; what was there is kept beside."""

from __future__ import annotations

import datetime
import itertools
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import text

from corpus.catalogue.backups import checking, making, replacing, rows_between, snapshot, sqlite_file
from corpus.catalogue.backups.checking import Checked
from corpus.catalogue.backups.manifest import Manifest
from corpus.catalogue.backups.packing import Tell
from corpus.catalogue.backups.workplace import workplace
from corpus.catalogue.connection import Catalogue, Connection
from corpus.catalogue.engines import sqlite_url
from corpus.errors import RestoreRefused


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored, and the files in which what was there before is kept."""

    manifest: Manifest
    kept: tuple[Path, ...]


def restore(
    file: Path, url: str, home: Path, now: Callable[[], datetime.datetime], tell: Tell = lambda _: None
) -> Restored:
    """Put the catalogue of a backup in the place of the one at an SQLAlchemy `url`.

    Args:
        file: the backup.
        url: where the catalogue is to be, in SQLite or PostgreSQL, whichever the backup was made of.
        home: the folder where what is in PostgreSQL is kept; an SQLite file is kept beside itself.
        now: the clock, in UTC.
        tell: is given the bytes of each piece that was unpacked.

    Raises:
        BackupUnusable: the backup is none, damaged, or of a newer newsdesk.
        RestoreRefused: another process uses the catalogue, or there is no room.
        BackupNotMade: what is there cannot be kept.
        CatalogueUnusable: PostgreSQL does not answer.
    """
    target = snapshot.sqlite_file_of(url)
    beside = home if target is None else target.absolute().parent
    with _told(beside):
        beside.mkdir(parents=True, exist_ok=True)
        with workplace(beside) as folder:
            if target is not None:
                replacing.require_unused(target)
            whole = checking.checked(file, folder, tell)
            moment = now()
            kept = _free(beside, moment)
            if target is None:
                aside = _into_postgresql(whole, url, kept, moment)
            else:
                aside = replacing.put_in_place(whole.catalogue, target.absolute(), kept, moment)
                _require_arrived(whole, url, target, aside)
    return Restored(whole.manifest, tuple(aside))


def _free(folder: Path, moment: datetime.datetime) -> Path:
    """Return a name, without its ending, that nothing in the folder has and that says what it is for."""
    name = f"before-restore-{moment:%Y-%m-%d-%H%M%S}"
    taken = {one.name for one in folder.glob("before-restore-*")}
    free = (one for one in _endings(name) if not any(held.startswith(f"{one}.") for held in taken))
    return folder / next(free)


def _endings(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}-{number}" for number in itertools.count(2))


def _require_arrived(whole: Checked, url: str, target: Path, aside: list[Path]) -> None:
    """Open the catalogue in its place, as every command does, and count what it holds."""
    Catalogue(url).close()
    with sqlite_file.connected(target) as connection:
        held = sqlite_file.counts(connection)
    if held != whole.counts:
        before = ", ".join(map(str, aside))
        raise RestoreRefused(
            f"The catalogue at {target} does not hold what the backup has: check the disk. "
            f"What was there before is {before or 'nothing'}."
        )


def _into_postgresql(whole: Checked, url: str, kept: Path, moment: datetime.datetime) -> list[Path]:
    """Replace all rows in one transaction, having kept those that are there as a backup."""
    catalogue, source = Catalogue(url), Catalogue(sqlite_url(whole.catalogue))
    aside = []
    try:
        with source.reading() as old, catalogue.writing() as new:
            _require_nobody_else(new)
            if rows_between.holds_anything(new):
                # Nobody writes meanwhile, so that this is what is replaced.
                aside.append(making.of_opened(catalogue, kept.with_name(f"{kept.name}.zip"), moment).file)
            rows_between.clear(new)
            copied = rows_between.copy(old, new)
            if any(whole.counts.get(name, 0) != number for name, number in copied.items()):
                raise RestoreRefused("The database did not take what the backup has: nothing was changed.")
    finally:
        catalogue.close()
        source.close()
    return aside


def _require_nobody_else(connection: Connection) -> None:
    others = connection.scalar(
        text(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
            "AND application_name = 'newsdesk' AND pid <> pg_backend_pid()"
        )
    )
    if others:
        raise RestoreRefused(
            f"newsdesk has {others} other connections to this database: stop the bot and other commands, "
            "and try again. Nothing was changed."
        )


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    """Say in a sentence why what is there cannot be replaced."""
    try:
        yield
    except OSError as error:
        where = making.unwritable(folder, error).removesuffix(" Nothing was written.")
        raise RestoreRefused(f"Nothing was changed. {where}") from error
    except sqlite3.Error as error:
        raise RestoreRefused(f"The catalogue in {folder} could not be replaced ({error}).") from error
