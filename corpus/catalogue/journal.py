"""The journal: every change of the corpus, who made it, and taking it back."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, Select, func, insert, select

from corpus.catalogue.numbering import numbers
from corpus.catalogue.schema import changes, notices, versions
from corpus.errors import ChangeNotUndoable, Obstacle

UNDOABLE = 100  # changes of a guild, as far back as its moderators can take any back


class Action(StrEnum):
    """What a change did."""

    ADD = "add"
    REPLACE = "replace"
    REMOVE = "remove"
    CORRECT = "correct"
    WITHDRAW = "withdraw"
    UNDO = "undo"
    PURGE = "purge"


@dataclass(frozen=True, slots=True)
class Change:
    """One change: `before` and `after` are the live versions around it, None for no article.

    They are the same where nothing was said but a correction's `note`, which withdrawals have too.
    `undoes` names the change that it took back, `undone_by` the one that took it back. `holds` says whether
    it is in force: taken back it is not, and it is again once that is taken back.
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
    note: str | None = None
    holds: bool = True


def note(connection: Connection, *made: dict[str, Any]) -> Sequence[int]:
    """Write changes down, each with the same columns, and return their numbers."""
    if not made:
        return []
    given = numbers(connection, changes, len(made))
    written = [{"id": number, **one} for number, one in zip(given, made, strict=True)]
    connection.execute(insert(changes), written)
    return given


def noted(number: int, change: dict[str, Any], title: str | None) -> Change:
    """Return the change that was just noted under a number, of an article of that title, without a note."""
    return Change(number, title=title, undone_by=None, **change | {"action": Action(change["action"])})


def made(connection: Connection, number: int) -> Change:
    """Return the change of that number, which was just noted: nothing has taken it back yet."""
    row = connection.execute(_newest_first().where(changes.c.id == number)).one()
    return _change(row, holds=True)


def recent(connection: Connection, limit: int | None = 100, guild: str | None = None) -> list[Change]:
    """Return the latest changes, newest first; those made in `guild`, or without it all."""
    wanted = _newest_first() if guild is None else _newest_first().where(changes.c.guild == guild)
    return _changes(connection, wanted.limit(limit))


def of_article(connection: Connection, article_id: str) -> list[Change]:
    """Return every change of that article, newest first, wherever it was made."""
    wanted = _newest_first().where(changes.c.article_id == article_id)
    return _changes(connection, wanted)


def latest(connection: Connection) -> int:
    """Return the number of the newest change, 0 before the first: it tells whether anything changed."""
    return connection.scalar(select(func.coalesce(func.max(changes.c.id), 0))) or 0


def since(connection: Connection, number: int, limit: int) -> list[Change]:
    """Return the first changes after the one of that number, oldest first."""
    wanted = _newest_first().where(changes.c.id > number).order_by(None).order_by(changes.c.id)
    return _changes(connection, wanted.limit(limit))


def changed_since(connection: Connection, at: datetime.datetime) -> bool:
    """Tell whether anything was changed at that moment (UTC) or later."""
    return connection.scalar(select(changes.c.id).where(changes.c.at >= at).limit(1)) is not None


def undoable(connection: Connection, number: int | None, guild: str | None = None) -> Change:
    """Return the change of that number, or the newest that is in force and is no undo.

    Where a change is in force because its undo was taken back, what did so is returned: taking that back
    takes the change back once more.

    With `guild` it is sought among the last `UNDOABLE` changes made there, without it among all.

    Raises:
        ChangeNotUndoable: there is none, or it is undone already.
    """
    if guild is not None:
        among = recent(connection, UNDOABLE, guild)
    else:
        wanted = _newest_first() if number is None else _newest_first().where(changes.c.id == number)
        among = _changes(connection, wanted)
    change = _newest(among) if number is None else _numbered(among, number)
    return _last_in_line(connection, change)


def _last_in_line(connection: Connection, change: Change) -> Change:
    while change.undone_by is not None:
        wanted = _newest_first().where(changes.c.id == change.undone_by)
        (change,) = _changes(connection, wanted)
    return change


def _newest(among: Iterable[Change]) -> Change:
    last = {Action.UNDO, Action.PURGE}
    newest = next((one for one in among if one.holds and one.action not in last), None)
    if newest is None:
        raise ChangeNotUndoable(Obstacle.NOTHING, "There is nothing to undo.")
    return newest


def _numbered(among: Iterable[Change], number: int) -> Change:
    change = next((one for one in among if one.id == number), None)
    if change is None:
        sentence = f"There is no change {number}: `newsdesk history` shows them."
        raise ChangeNotUndoable(Obstacle.UNKNOWN, sentence, number)
    if change.action is Action.PURGE:
        sentence = f"Change {number} was a purge: what it deleted is gone for good."
        raise ChangeNotUndoable(Obstacle.NOTHING, sentence, number)
    if not change.holds:
        sentence = (
            f"Change {number} is undone already, by change {change.undone_by}: "
            f"`newsdesk undo {change.undone_by}` brings it back."
        )
        raise ChangeNotUndoable(Obstacle.UNDONE, sentence, number)
    return change


def _newest_first() -> Select[Any]:
    undo = changes.alias("undo")
    titled = func.coalesce(changes.c.after, changes.c.before)
    return (
        select(changes, versions.c.title, undo.c.id.label("undone_by"), notices.c.note)
        .join(versions, versions.c.id == titled, isouter=True)
        .join(undo, undo.c.undoes == changes.c.id, isouter=True)
        .join(notices, notices.c.change_id == changes.c.id, isouter=True)
        .order_by(changes.c.id.desc())
    )


def _changes(connection: Connection, wanted: Select[Any]) -> list[Change]:
    holding = _undos_in_force(connection)
    return [_change(row, holds=row.undone_by not in holding) for row in connection.execute(wanted)]


def _undos_in_force(connection: Connection) -> set[int]:
    """Return the numbers of the undos that are not themselves taken back."""
    made = select(changes.c.id, changes.c.undoes).where(changes.c.undoes.is_not(None))
    taken_back: set[int] = set()
    holding: set[int] = set()
    # The newest first: what takes an undo back is younger than it.
    for number, undone in connection.execute(made.order_by(changes.c.id.desc())):
        if number not in taken_back:
            holding.add(number)
            taken_back.add(undone)
    return holding


def _change(row: Row[Any], *, holds: bool) -> Change:
    return Change(
        id=row.id,
        at=row.at,
        actor=row.actor,
        guild=row.guild,
        action=Action(row.action),
        article_id=row.article_id,
        title=row.title,
        before=row.before,
        after=row.after,
        undoes=row.undoes,
        undone_by=row.undone_by,
        note=row.note,
        holds=holds,
    )
