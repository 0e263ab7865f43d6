"""Which revision of its tables a catalogue has: told without Alembic, for which no opening need wait."""

import pkgutil
from dataclasses import dataclass
from enum import Enum, auto

from sqlalchemy import Column, Connection, MetaData, String, Table, insert, inspect, select

from corpus.catalogue import facts
from corpus.catalogue.migrations import STEPS, TABLE

_held = Table(TABLE, MetaData(), Column("version_num", String(32), primary_key=True))
# What catalogues without a revision say of themselves.
_FORMATS = ("1", "2")


class Age(Enum):
    """How a catalogue stands to this program."""

    NEW = auto()  # nothing is there yet
    CURRENT = auto()
    EARLIER = auto()
    LATER = auto()  # or of nobody knows whom


@dataclass(frozen=True, slots=True)
class Standing:
    """How a catalogue stands to this program, and what it calls itself: `format 2`, `revision 0012`."""

    age: Age
    name: str = ""


def known() -> list[str]:
    """Return all revisions, the newest last: the numbers of the steps."""
    return sorted(one.name.split("_")[1] for one in pkgutil.iter_modules([str(STEPS)]))


def standing(connection: Connection) -> Standing:
    """Tell how the catalogue of a connection stands to this program."""
    there = inspect(connection)
    if not there.has_table(facts.TABLE):
        return Standing(Age.NEW)
    revision = connection.scalar(select(_held.c.version_num)) if there.has_table(TABLE) else None
    return judged(revision, facts.read(connection, "format") if revision is None else None)


def judged(revision: str | None, format_: str | None) -> Standing:
    """Tell how a catalogue stands that has this revision, or that has none and this format."""
    if revision is None:
        return Standing(Age.EARLIER if format_ in _FORMATS else Age.LATER, f"format {format_}")
    revisions = known()
    if revision == revisions[-1]:
        return Standing(Age.CURRENT, f"revision {revision}")
    return Standing(Age.EARLIER if revision in revisions else Age.LATER, f"revision {revision}")


def stamp(connection: Connection) -> None:
    """Write into a new catalogue that it has the newest revision."""
    _held.create(connection)
    connection.execute(insert(_held).values(version_num=known()[-1]))
