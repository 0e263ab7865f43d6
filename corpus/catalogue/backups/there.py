"""What a restore would replace, in words for whoever is asked about it."""

import sqlite3

from sqlalchemy.engine import make_url

from corpus.catalogue.backups import rows_between, snapshot, sqlite_file
from corpus.catalogue.connection import Catalogue


def held(url: str) -> str | None:
    """Return in words what a catalogue holds; None where there is none, or nothing in it.

    Raises:
        CatalogueUnusable: PostgreSQL does not answer.
    """
    file = snapshot.sqlite_file_of(url)
    if file is None:
        return _in_postgresql(url)
    if not file.is_file() or not file.stat().st_size:
        return None
    try:
        with sqlite_file.connected(file) as connection:
            sqlite_file.require_catalogue(connection)
            counts = sqlite_file.counts(connection)
    except (sqlite3.Error, sqlite_file.NoCatalogue):
        return f"what is at {file}, which cannot be read"
    if not any(number for name, number in counts.items() if name not in {"facts", "schema_revision"}):
        return None
    return f"the catalogue at {file} ({counts['versions']} versions of articles)"


def _in_postgresql(url: str) -> str | None:
    catalogue = Catalogue(url)
    try:
        with catalogue.reading() as connection:
            anything = rows_between.holds_anything(connection)
    finally:
        catalogue.close()
    return f"the catalogue at {make_url(url).render_as_string(hide_password=True)}" if anything else None
