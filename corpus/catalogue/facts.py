"""The few facts a catalogue keeps about itself."""

import uuid

from sqlalchemy import Connection, delete, insert, select

from corpus.catalogue.schema import facts

TABLE = facts.name
# Releases that knew no revisions refuse a catalogue of this format with a sentence; it never changes again.
_FORMAT = "3"


def begin(connection: Connection) -> None:
    """Write into a new catalogue its format and a name."""
    write(connection, "identity", uuid.uuid4().hex[:12])
    write_format(connection)


def write_format(connection: Connection) -> None:
    """Write the format of catalogues that have a revision."""
    write(connection, "format", _FORMAT)


def identity(connection: Connection) -> str:
    """Return the catalogue's own random name: an index must not follow two catalogues."""
    return read(connection, "identity") or ""


def write(connection: Connection, name: str, value: str) -> None:
    """Keep a fact under its name in the place of what was kept."""
    connection.execute(delete(facts).where(facts.c.name == name))
    connection.execute(insert(facts).values(name=name, value=value))


def remove(connection: Connection, name: str) -> None:
    """Forget a fact; one that is not kept is passed over."""
    connection.execute(delete(facts).where(facts.c.name == name))


def read(connection: Connection, name: str) -> str | None:
    """Return the fact of that name; None where none is kept."""
    value: str | None = connection.scalar(select(facts.c.value).where(facts.c.name == name))
    return value
