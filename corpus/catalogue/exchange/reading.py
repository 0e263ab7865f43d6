"""The histories of articles as a catalogue has them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, func, select

from corpus.catalogue import rows
from corpus.catalogue.exchange.history import History, PastChange, PastVersion
from corpus.catalogue.journal import Action
from corpus.catalogue.schema import changes, notices, versions

_BATCH = 100  # articles with their texts in memory


def count(connection: Connection, guild: str | None = None) -> int:
    """Return how many articles there are, also those taken out; with `guild` only that server's own."""
    return len(_ids(connection, guild))


def every(connection: Connection, guild: str | None = None) -> Iterator[History]:
    """Yield the articles, also those taken out; with `guild` only that server's own.

    Those that changed last come last: imported in this order, the newest change is the newest there too.
    """
    ids = _ids(connection, guild)
    for start in range(0, len(ids), _BATCH):
        found = of(connection, ids[start : start + _BATCH])
        yield from (found[name] for name in ids[start : start + _BATCH])


def of(connection: Connection, ids: Sequence[str]) -> dict[str, History]:
    """Return the histories of those articles, by id; of one that is not there, none."""
    held = connection.execute(
        select(versions).where(versions.c.article_id.in_(ids)).order_by(versions.c.article_id, versions.c.id)
    ).all()
    made = connection.execute(
        select(changes, notices.c.note)
        .join(notices, notices.c.change_id == changes.c.id, isouter=True)
        .where(changes.c.article_id.in_(ids))
        .order_by(changes.c.article_id, changes.c.id)
    ).all()
    by_article = {name: list(some) for name, some in groupby(made, key=lambda row: row.article_id)}
    return {
        name: _history(list(some), by_article.get(name, []))
        for name, some in groupby(held, key=lambda row: row.article_id)
    }


def numbers(connection: Connection, article_id: str) -> tuple[list[int], list[int]]:
    """Return the catalogue's own numbers of an article's versions and changes, in order."""
    held = select(versions.c.id).where(versions.c.article_id == article_id).order_by(versions.c.id)
    made = select(changes.c.id).where(changes.c.article_id == article_id).order_by(changes.c.id)
    return list(connection.scalars(held)), list(connection.scalars(made))


def _ids(connection: Connection, guild: str | None) -> list[str]:
    last = func.coalesce(func.max(changes.c.id), 0)
    wanted = (
        select(versions.c.article_id)
        .join(changes, changes.c.article_id == versions.c.article_id, isouter=True)
        .group_by(versions.c.article_id)
        .order_by(last, versions.c.article_id)
    )
    return list(connection.scalars(wanted if guild is None else wanted.where(versions.c.guild == guild)))


def _history(held: Sequence[Row[Any]], made: Sequence[Row[Any]]) -> History:
    version_places = {row.id: place for place, row in enumerate(held, 1)}
    change_places = {row.id: place for place, row in enumerate(made, 1)}
    return History(
        id=held[0].article_id,
        guild=held[0].guild,
        live=next((version_places[row.id] for row in held if row.live), None),
        versions=tuple(PastVersion(rows.article(row).draft, row.added) for row in held),
        changes=tuple(
            PastChange(
                at=row.at,
                actor=row.actor,
                guild=row.guild,
                action=Action(row.action),
                before=version_places.get(row.before),
                after=version_places.get(row.after),
                undoes=change_places.get(row.undoes),
                note=row.note,
            )
            for row in made
        ),
    )
