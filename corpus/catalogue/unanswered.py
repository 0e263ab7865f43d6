"""The questions that wait for an article: abstained from, or answered badly."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, case, insert, literal, select, update

from corpus.catalogue import waiters
from corpus.catalogue.schema import answers, feedback, unanswered


class Reason(StrEnum):
    """Why a question waits."""

    ABSTAINED = "abstained"
    NOT_HELPFUL = "not helpful"


@dataclass(frozen=True, slots=True)
class Open:
    """A question of `guild` that waits, as it was understood.

    `told`: a reader asked the moderators to look at it. `comment` is the newest word of a reader on
    what was wrong. `at` is UTC. `people` wait for an answer to it, as far as they are known.
    """

    answer_id: str
    guild: str | None
    question: str
    reason: Reason
    told: bool
    at: datetime.datetime
    comment: str | None
    people: frozenset[str] = frozenset()


def put(
    connection: Connection, answer_id: str, reason: Reason, at: datetime.datetime, *, told: bool = False
) -> None:
    """Let the question of an answer wait, unless it does, or did and was closed.

    What is known of it stays, but for `told`, which can come later. An unknown answer is passed over.
    """
    if _state(connection, answer_id) is None:
        _insert(connection, answer_id, literal(reason.value), at, told=told)
    elif told:
        _set(connection, unanswered.c.answer_id == answer_id, told=True)


def tell(connection: Connection, answer_id: str, at: datetime.datetime) -> bool:
    """Ask the moderators to look at a question, again if they have closed it; False if they know already.

    An unknown answer is nothing to tell: False.
    """
    state = _state(connection, answer_id)
    if state is None:
        seen = case((answers.c.abstained, Reason.ABSTAINED.value), else_=Reason.NOT_HELPFUL.value)
        return _insert(connection, answer_id, seen, at, told=True)
    if state.closed is not None:
        again = {"told": True, "at": at, "closed": None, "closed_by": None}
        return _set(connection, unanswered.c.answer_id == answer_id, **again) > 0
    return _set(connection, unanswered.c.answer_id == answer_id, unanswered.c.told.is_(False), told=True) > 0


def open_ones(connection: Connection, guild: str, limit: int = 500) -> list[Open]:
    """Return the questions of a guild that wait, newest first."""
    comment = (
        select(feedback.c.comment)
        .where(feedback.c.answer_id == unanswered.c.answer_id)
        .where(feedback.c.helpful.is_(False), feedback.c.comment.is_not(None))
        .order_by(feedback.c.at.desc())
        .limit(1)
        .scalar_subquery()
    )
    wanted = (
        select(unanswered, answers.c.standalone, comment.label("comment"))
        .join(answers)
        .where(unanswered.c.guild == guild, unanswered.c.closed.is_(None))
        .order_by(unanswered.c.at.desc(), unanswered.c.answer_id)
        .limit(limit)
    )
    found = connection.execute(wanted).all()
    people = waiters.of(connection, [row.answer_id for row in found])
    return [_open(row, people.get(row.answer_id, frozenset())) for row in found]


def close(
    connection: Connection, answer_ids: Sequence[str], guild: str, by: str, at: datetime.datetime
) -> int:
    """Close those of a guild's questions that wait, and return how many did."""
    waiting = (*_of(answer_ids, guild), unanswered.c.closed.is_(None))
    return _set(connection, *waiting, closed=at, closed_by=by)


def closed_with(connection: Connection, answer_id: str, guild: str) -> list[str]:
    """Return the ids of a guild's questions that were closed together with that one, itself among them."""
    moment = select(unanswered.c.closed).where(*_of([answer_id], guild)).scalar_subquery()
    together = select(unanswered.c.answer_id).where(
        unanswered.c.guild == guild, unanswered.c.closed == moment
    )
    return list(connection.scalars(together.order_by(unanswered.c.answer_id)))


def reopen(connection: Connection, answer_ids: Sequence[str], guild: str) -> int:
    """Let closed questions of a guild wait again, as before, and return how many."""
    closed = (*_of(answer_ids, guild), unanswered.c.closed.is_not(None))
    return _set(connection, *closed, closed=None, closed_by=None)


def _insert(
    connection: Connection, answer_id: str, reason: ColumnElement[str], at: datetime.datetime, *, told: bool
) -> bool:
    moment = literal(at, unanswered.c.at.type)
    known = select(answers.c.id, answers.c.guild, reason, literal(told), moment).where(
        answers.c.id == answer_id
    )
    columns = ["answer_id", "guild", "reason", "told", "at"]
    waiting = insert(unanswered).from_select(columns, known).returning(unanswered.c.answer_id)
    return connection.execute(waiting).one_or_none() is not None


def _state(connection: Connection, answer_id: str) -> Row[Any] | None:
    return connection.execute(select(unanswered).where(unanswered.c.answer_id == answer_id)).one_or_none()


def _of(answer_ids: Sequence[str], guild: str) -> tuple[ColumnElement[bool], ...]:
    return unanswered.c.answer_id.in_(list(answer_ids)), unanswered.c.guild == guild


def _set(connection: Connection, *where: ColumnElement[bool], **values: object) -> int:
    return connection.execute(update(unanswered).where(*where).values(**values)).rowcount


def _open(row: Row[Any], people: frozenset[str]) -> Open:
    return Open(
        answer_id=row.answer_id,
        guild=row.guild,
        question=row.standalone,
        reason=Reason(row.reason),
        told=row.told,
        at=row.at,
        comment=row.comment,
        people=people,
    )
