"""Looking a backup over before anything is replaced: whole, of a known newsdesk, brought up to date."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from corpus.catalogue import facts
from corpus.catalogue.backups import packing, sqlite_file
from corpus.catalogue.backups.manifest import Manifest
from corpus.catalogue.backups.packing import Tell
from corpus.catalogue.backups.sqlite_file import NoCatalogue
from corpus.catalogue.connection import Catalogue
from corpus.catalogue.engines import sqlite_url
from corpus.errors import BackupUnusable, CatalogueUnusable


@dataclass(frozen=True, slots=True)
class Checked:
    """A catalogue out of a backup, closed and up to date: its file, and the rows of its tables then."""

    manifest: Manifest
    catalogue: Path
    counts: Mapping[str, int]


def described(file: Path) -> Manifest:
    """Return what a backup says of itself, without looking through it.

    Raises:
        BackupUnusable: it is none, or of a newer newsdesk, or cannot be read.
    """
    with _told(file), file.open("rb") as opened:
        return packing.described(opened)


def checked(file: Path, folder: Path, tell: Tell = lambda _: None) -> Checked:
    """Unpack the catalogue of a backup into `folder`, check it and bring it up to date.

    It gets another name for indexes than the catalogue that it was made of: they have gone on since.

    Raises:
        BackupUnusable: it is none, damaged, of a newer newsdesk, or cannot be read.
        OSError: there is no room in the folder.
    """
    catalogue = folder / "restored.db"
    with _told(file):
        opened = file.open("rb")
    with opened, _told(file, reading=False):
        said = packing.unpack(opened, catalogue, tell)
        _require_as_said(catalogue, said)
        _bring_up_to_date(catalogue, said)
        sqlite_file.close_up(catalogue)
        with sqlite_file.connected(catalogue) as connection:
            counts = sqlite_file.counts(connection)
    return Checked(said, catalogue, counts)


def _require_as_said(catalogue: Path, said: Manifest) -> None:
    with sqlite_file.connected(catalogue) as connection:
        sqlite_file.require_catalogue(connection)
        if (fault := sqlite_file.fault(connection)) is not None:
            raise BackupUnusable(f"The catalogue in it is damaged ({fault}).")
        if sqlite_file.counts(connection) != said.counts:
            raise BackupUnusable("It is damaged: it has other rows than it says.")


def _bring_up_to_date(file: Path, said: Manifest) -> None:
    try:
        # The copy of before, of which the log would tell, goes with the folder; the backup is one.
        catalogue = Catalogue(sqlite_url(file), tells=False)
    except CatalogueUnusable as error:
        raise BackupUnusable(
            f"It was made by newsdesk {said.newsdesk} with tables of {said.tables_format}, "
            f"which this newsdesk, {version('newsdesk')}, cannot open: use that one or a newer."
        ) from error
    try:
        with catalogue.writing() as connection:
            facts.write(connection, "identity", uuid.uuid4().hex[:12])
    finally:
        catalogue.close()


@contextmanager
def _told(file: Path, *, reading: bool = True) -> Iterator[None]:
    """Say in a sentence, which names the file, why a backup cannot be restored."""
    try:
        yield
    except BackupUnusable as error:
        raise _unusable(file, str(error)) from error
    except (NoCatalogue, sqlite3.Error) as error:
        raise _unusable(file, f"What is in it is no catalogue ({error}).") from error
    except OSError as error:
        if not reading:
            raise
        raise _unusable(file, f"It cannot be read ({error.strerror or error}).") from error


def _unusable(file: Path, why: str) -> BackupUnusable:
    return BackupUnusable(f"{file} cannot be restored. {why} Nothing was changed.")
