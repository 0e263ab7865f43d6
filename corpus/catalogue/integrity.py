"""Whether the catalogue is whole, beyond what its constraints keep."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, func, select, text
from sqlalchemy.exc import DBAPIError

from corpus.catalogue import models, trouble_of_files
from corpus.catalogue.schema import passages, vectors, versions


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and what mends it."""

    what: str
    cure: str


def faults(connection: Connection) -> list[Fault]:
    """Return what is wrong with the catalogue; empty where it is whole."""
    return damage(connection) or inconsistencies(connection)


def damage(connection: Connection) -> list[Fault]:
    """Return what is wrong with SQLite's file itself; nothing that is read from such a one is sure."""
    if connection.dialect.name != "sqlite":
        return []
    try:
        found = str(connection.exec_driver_sql("PRAGMA quick_check(1)").scalar())
    except DBAPIError as error:
        found = str(error.orig)
    if found == "ok":
        return []
    what = f"the database is damaged: {found.rpartition('***')[2].strip().partition(chr(10))[0]}."
    file = Path(connection.engine.url.database or "")
    return [Fault(f"{what} {_readable(connection)}", trouble_of_files.cure(file))]


def inconsistencies(connection: Connection) -> list[Fault]:
    """Return where the tables of an undamaged catalogue do not agree."""
    return [*_unindexed(connection), *_without_vectors(connection)]


def _readable(connection: Connection) -> str:
    """Return how many articles can still be read, whole."""
    try:
        last = connection.scalar(select(func.max(versions.c.id))) or 0
    except DBAPIError:
        return "None of the articles can be read."
    lost = sum(not _reads(connection, number) for number in range(1, last + 1))
    return f"{last - lost} of {last} texts that it has of articles can still be read."


def _reads(connection: Connection, number: int) -> bool:
    try:
        connection.execute(select(versions).where(versions.c.id == number)).all()
    except DBAPIError:
        return False
    return True


def _unindexed(connection: Connection) -> Iterator[Fault]:
    live = set(
        connection.execute(select(passages.c.id).join(versions).where(versions.c.live.is_(True))).scalars()
    )
    held = set(connection.execute(text("SELECT rowid FROM words")).scalars())
    if live != held:
        yield Fault(
            f"the word index lacks {len(live - held)} passages and has {len(held - live)} too many.",
            "Run `newsdesk reindex`.",
        )


def _without_vectors(connection: Connection) -> Iterator[Fault]:
    active = models.active(connection)
    if active is None:
        return
    has = select(vectors.c.passage_id).where(
        vectors.c.model_id == active[0], vectors.c.passage_id == passages.c.id
    )
    lacking = connection.scalar(
        select(func.count())
        .select_from(passages.join(versions))
        .where(versions.c.live.is_(True), ~has.exists())
    )
    if lacking:
        yield Fault(f"{lacking} passages have no vector.", "Run `newsdesk reindex`.")
