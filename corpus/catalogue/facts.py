"""The few facts a catalogue keeps about itself."""

import uuid

from sqlalchemy import Connection, delete, insert, select, update

from corpus.catalogue.schema import VERSION, facts
from corpus.errors import CatalogueUnusable

# Formats of before that are brought up to this one.
_UPGRADED = {"1"}


def prepare(connection: Connection) -> str:
    """Write the format and a name into a new catalogue, or check those of an old one.

    Return the format that it had, which is then the present one.

    Raises:
        CatalogueUnusable: a later version of newsdesk made it.
    """
    version = read(connection, "format")
    if version is None:
        connection.execute(
            insert(facts),
            [{"name": "format", "value": VERSION}, {"name": "identity", "value": uuid.uuid4().hex[:12]}],
        )
    elif version in _UPGRADED:
        connection.execute(update(facts).where(facts.c.name == "format").values(value=VERSION))
    elif version != VERSION:
        raise CatalogueUnusable(
            f"This catalogue has format {version} and this newsdesk reads format {VERSION}: "
            "use the newsdesk that made it, or another NEWSDESK_HOME."
        )
    return version or VERSION


def require_present_format(connection: Connection) -> None:
    """Check that a catalogue which cannot be written can be read as it is.

    Raises:
        CatalogueUnusable: another version of newsdesk made it.
    """
    if read(connection, "format") != VERSION:
        raise CatalogueUnusable(
            "This catalogue is of another version of newsdesk and cannot be upgraded here."
        )


def identity(connection: Connection) -> str:
    """Return the catalogue's own random name: an index must not follow two catalogues."""
    return read(connection, "identity") or ""


def write(connection: Connection, name: str, value: str) -> None:
    """Keep a fact under its name in the place of what was kept."""
    connection.execute(delete(facts).where(facts.c.name == name))
    connection.execute(insert(facts).values(name=name, value=value))


def read(connection: Connection, name: str) -> str | None:
    """Return the fact of that name; None where none is kept."""
    value: str | None = connection.scalar(select(facts.c.value).where(facts.c.name == name))
    return value
