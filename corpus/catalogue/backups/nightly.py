"""A backup every night into one folder, once however many processes run, and the last seven are kept."""

from __future__ import annotations

import datetime
import json
import logging
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from corpus.catalogue import facts
from corpus.catalogue.backups.making import Backup, make
from corpus.catalogue.backups.schedule import Failure, LastBackup, Nights, is_due
from corpus.catalogue.connection import Catalogue
from corpus.errors import CorpusError

_LOG = logging.getLogger(__name__)
KEPT = 7
_MADE, _FAILED, _BEGUN = "nightly-made", "nightly-failed", "nightly-begun"
_MEGABYTE = 1_000_000


def nights(connection: Connection) -> Nights:
    """Return what is known of the nightly backups of a catalogue: the last one, and what went wrong."""
    made, failed, begun = (facts.read(connection, name) for name in (_MADE, _FAILED, _BEGUN))
    return Nights(
        made=LastBackup(*_dated(made, "file", "bytes")) if made else None,
        failed=Failure(*_dated(failed, "why")) if failed else None,
        begun=datetime.datetime.fromisoformat(begun) if begun else None,
    )


class Nightly:
    """Makes the nightly backups of one catalogue."""

    def __init__(
        self, catalogue: Catalogue, url: str, folder: Path, now: Callable[[], datetime.datetime]
    ) -> None:
        """Take the catalogue and its address, the folder of the backups, and the clock, in UTC."""
        self._catalogue = catalogue
        self._url = url
        self._folder = folder
        self._now = now

    def make_if_due(self) -> Backup | None:
        """Make the backup of this night, unless it is made or another process is at it; it may take minutes.

        One that fails is told in the log and to `newsdesk doctor`, and tried again after an hour.

        Raises:
            CatalogueUnusable: the catalogue does not answer.
        """
        with self._catalogue.reading() as connection:
            if not self._is_due(connection):
                return None
        with self._catalogue.writing() as connection:
            # Another process may have been quicker.
            if not self._is_due(connection):
                return None
            facts.write(connection, _BEGUN, self._now().isoformat())
            identity = facts.identity(connection)
        try:
            made = self._made(identity)
        except (CorpusError, OSError) as error:
            self._note_failed(str(error))
            return None
        self._note_made(made)
        self._prune(identity)
        return made

    def _is_due(self, connection: Connection) -> bool:
        return is_due(self._now().astimezone(), nights(connection))

    def _made(self, identity: str) -> Backup:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        name = f"newsdesk-{identity}-{self._now().astimezone():%Y-%m-%d-%H%M}.zip"
        # One of this very minute is of this catalogue too, and was not noted before its process ended.
        return make(self._url, self._folder.absolute() / name, self._now, replacing=True)

    def _note_made(self, made: Backup) -> None:
        said = {"at": made.manifest.made.isoformat(), "file": str(made.file), "bytes": made.bytes}
        self._note(_MADE, said)
        _LOG.info("The nightly backup is %s (%.1f MB).", made.file, made.bytes / _MEGABYTE)

    def _note_failed(self, why: str) -> None:
        self._note(_FAILED, {"at": self._now().isoformat(), "why": why})
        _LOG.warning("The nightly backup failed, and is tried again in an hour: %s", why)

    def _note(self, name: str, said: dict[str, object]) -> None:
        with self._catalogue.writing() as connection:
            facts.write(connection, name, json.dumps(said))
            facts.remove(connection, _BEGUN)

    def _prune(self, identity: str) -> None:
        """Delete all but the last seven of this catalogue's own, by their names."""
        own = re.compile(rf"newsdesk-{identity}-\d{{4}}-\d\d-\d\d-\d{{4}}\.zip")
        found = sorted(one for one in self._folder.iterdir() if own.fullmatch(one.name))
        for one in found[:-KEPT]:
            try:
                one.unlink()
            except OSError as error:
                _LOG.warning("The old backup %s cannot be deleted: %s", one, error.strerror)


def _dated(written: str, *names: str) -> Iterator[Any]:
    said = json.loads(written)
    yield datetime.datetime.fromisoformat(said["at"])
    yield from (said[name] for name in names)
