"""What a catalogue holds, to be compared with what another holds, and backups in few words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import select

from bot.assembly import Desk, now
from corpus.catalogue.backups.making import Backup, make
from corpus.catalogue.backups.restoring import Restored, restore
from corpus.catalogue.connection import Catalogue
from corpus.catalogue.schema import tables

_ITS_OWN = {"identity"}  # facts that a restored catalogue has for itself
_LEFT_OUT = {"underway", "terms"}


def contents(catalogue: Catalogue) -> dict[str, list[Any]]:
    """Return all rows of every table that a backup has, without the name that indexes know it by."""
    with catalogue.reading() as connection:
        held = {
            table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))]
            for table in tables.sorted_tables
            if table.name not in _LEFT_OUT
        }
    held["facts"] = [row for row in held["facts"] if row[0] not in _ITS_OWN]
    return held


def contents_at(url: str) -> dict[str, list[Any]]:
    """Return what the catalogue at an address holds."""
    catalogue = Catalogue(url)
    try:
        return contents(catalogue)
    finally:
        catalogue.close()


def back_up(desk: Desk, file: Path, *, replacing: bool = False) -> Backup:
    return make(desk.settings.database_url, file, now, replacing=replacing)


def put_back(file: Path, desk: Desk) -> Restored:
    """Restore in the place of a desk's catalogue, which is closed for it and may be used again."""
    desk.close()
    return restore(file, desk.settings.database_url, desk.settings.home, now)
