"""What people said of answers: helpful or not, and what was wrong."""

import datetime
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, delete, insert, select

from corpus.catalogue.schema import answers, feedback
from corpus.text import normalise


@dataclass(frozen=True, slots=True)
class Feedback:
    """One person's word on one answer, with the question as asked and as understood; `at` is UTC."""

    answer_id: str
    person: str
    guild: str | None
    question: str
    standalone: str
    helpful: bool
    comment: str | None
    at: datetime.datetime


def give(
    connection: Connection,
    answer_id: str,
    person: str,
    *,
    helpful: bool,
    comment: str | None,
    at: datetime.datetime,
) -> bool:
    """Keep a person's word on an answer in place of an earlier one; False where the answer is unknown."""
    if connection.scalar(select(answers.c.id).where(answers.c.id == answer_id)) is None:
        return False
    word = {"answer_id": answer_id, "person": person}
    connection.execute(delete(feedback).filter_by(**word))
    written = normalise(comment or "").strip() or None
    connection.execute(insert(feedback).values(**word, helpful=helpful, comment=written, at=at))
    return True


def every(connection: Connection) -> list[Feedback]:
    """Return what was said of all answers, wherever they were given, oldest first."""
    return _said(connection)


def given_in(connection: Connection, guild: str) -> list[Feedback]:
    """Return what was said of the answers given in a guild, oldest first."""
    return _said(connection, answers.c.guild == guild)


def _said(connection: Connection, *where: ColumnElement[bool]) -> list[Feedback]:
    joined = select(feedback, answers.c.guild, answers.c.question, answers.c.standalone).join(answers)
    wanted = joined.where(*where).order_by(feedback.c.at, feedback.c.answer_id, feedback.c.person)
    return [
        Feedback(
            answer_id=row.answer_id,
            person=row.person,
            guild=row.guild,
            question=row.question,
            standalone=row.standalone,
            helpful=row.helpful,
            comment=row.comment,
            at=row.at,
        )
        for row in connection.execute(wanted)
    ]
