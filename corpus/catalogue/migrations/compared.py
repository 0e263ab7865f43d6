"""What Alembic is told of our tables: which it compares with a database, and how it writes our type down."""

from typing import Literal

from corpus.catalogue.moments import Moment

_OF_ONE_KIND = {"live_articles"}  # indexes that only one kind of database has, which Alembic does not look at


def compared(name: str | None, kind: str, _parents: object) -> bool:
    """Tell Alembic whether to compare a thing: not the word index, which each database has in its own way."""
    return kind != "table" or name is None or not name.startswith("words")


def everywhere(_thing: object, name: str | None, kind: str, _reflected: bool, _other: object) -> bool:  # noqa: FBT001 - as Alembic calls it
    """Tell Alembic whether a thing is in every kind of database, and so to be compared."""
    return kind != "index" or name not in _OF_ONE_KIND


def written(kind: str, thing: object, _context: object) -> str | Literal[False]:
    """Return how a new step writes a thing, False where Alembic knows: no step may change with our type."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(thing, Moment) else False
