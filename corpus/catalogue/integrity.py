"""Whether the catalogue is whole, beyond what its constraints keep."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, func, select, text

from corpus.catalogue import models
from corpus.catalogue.schema import passages, vectors, versions


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and what mends it."""

    what: str
    cure: str


def faults(connection: Connection) -> list[Fault]:
    """Return what is wrong with the catalogue; empty where it is whole."""
    return [*_damage(connection), *_unindexed(connection), *_without_vectors(connection)]


def _damage(connection: Connection) -> Iterator[Fault]:
    if connection.dialect.name == "sqlite":
        found = connection.exec_driver_sql("PRAGMA quick_check").scalar()
        if found != "ok":
            yield Fault(f"the database is damaged: {found}.", "Put back a copy of catalogue.db.")


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
