"""The journal: every change of the corpus, who made it, and taking it back."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, Select, func, insert, select

from corpus.catalogue.schema import changes, versions
from corpus.errors import ChangeNotUndoable


class Action(StrEnum):
    """What a change did."""

    ADD = "add"
    REPLACE = "replace"
    REMOVE = "remove"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Change:
    """One change: `before` and `after` are the live versions around it, None for no article.

    `undoes` names the change that it took back, `undone_by` the one that took it back.
    """

    id: int
    at: datetime.datetime
    actor: str
    guild: str | None
    action: Action
    article_id: str
    title: str | None
    before: int | None
    after: int | None
    undoes: int | None
    undone_by: int | None


def note(connection: Connection, change: dict[str, Any]) -> int:
    """Write a change down and return its number."""
    number: int = connection.execute(insert(changes).values(**change).returning(changes.c.id)).scalar_one()
    return number


def recent(connection: Connection, limit: int | None = 100) -> list[Change]:
    """Return the latest changes, newest first."""
    found = connection.execute(_all().order_by(changes.c.id.desc()).limit(limit))
    return [_change(row) for row in found]


def latest(connection: Connection) -> int:
    """Return the number of the newest change, 0 before the first: it tells whether anything changed."""
    return connection.scalar(select(func.coalesce(func.max(changes.c.id), 0))) or 0


def undoable(connection: Connection, number: int | None) -> Change:
    """Return the change of that number, or the newest that is not undone and is no undo.

    Raises:
        ChangeNotUndoable: there is none, it is undone already, or the article changed since.
    """
    if number is None:
        return _newest(connection)
    row = connection.execute(_all().where(changes.c.id == number)).one_or_none()
    if row is None:
        raise ChangeNotUndoable(f"There is no change {number}: `newsdesk history` shows them.")
    change = _change(row)
    if change.undone_by is not None:
        raise ChangeNotUndoable(f"Change {number} is undone already, by change {change.undone_by}.")
    return change


def _newest(connection: Connection) -> Change:
    rows = connection.execute(_all().order_by(changes.c.id.desc()))
    found = (_change(row) for row in rows)
    newest = next((one for one in found if one.undone_by is None and one.action is not Action.UNDO), None)
    if newest is None:
        raise ChangeNotUndoable("There is nothing to undo.")
    return newest


def _all() -> Select[Any]:
    undo = changes.alias("undo")
    titled = func.coalesce(changes.c.after, changes.c.before)
    return (
        select(changes, versions.c.title, undo.c.id.label("undone_by"))
        .join(versions, versions.c.id == titled, isouter=True)
        .join(undo, undo.c.undoes == changes.c.id, isouter=True)
    )


def _change(row: Row[Any]) -> Change:
    return Change(
        id=row.id,
        at=row.at.replace(tzinfo=row.at.tzinfo or datetime.UTC),
        actor=row.actor,
        guild=row.guild,
        action=Action(row.action),
        article_id=row.article_id,
        title=row.title,
        before=row.before,
        after=row.after,
        undoes=row.undoes,
        undone_by=row.undone_by,
    )
