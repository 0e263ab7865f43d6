"""Who asked the questions that were answered, so that it is known how many people wait for an article."""

from collections.abc import Collection

from sqlalchemy import Connection, insert, select

from corpus.catalogue.schema import answers, feedback, waiters


def add(connection: Connection, answer_id: str, person: str) -> None:
    """Note that a person asked for an answer, or asks the moderators for it; once is enough.

    An unknown answer is passed over.
    """
    known = select(answers.c.id).where(answers.c.id == answer_id)
    noted = select(waiters.c.person).filter_by(answer_id=answer_id, person=person)
    if connection.scalar(known) is not None and connection.scalar(noted) is None:
        connection.execute(insert(waiters).values(answer_id=answer_id, person=person))


def of(connection: Connection, answer_ids: Collection[str]) -> dict[str, frozenset[str]]:
    """Return who waits for each of those answers to be bettered: who asked, and whom they did not help.

    Answers of which nobody is known are left out: before people were noted, nobody was.
    """
    named = list(answer_ids)
    unhelped = (feedback.c.answer_id.in_(named), feedback.c.helpful.is_(False))
    wanted = (
        select(waiters.c.answer_id, waiters.c.person)
        .where(waiters.c.answer_id.in_(named))
        .union(select(feedback.c.answer_id, feedback.c.person).where(*unhelped))
    )
    people: dict[str, set[str]] = {}
    for answer_id, person in connection.execute(wanted):
        people.setdefault(answer_id, set()).add(person)
    return {answer_id: frozenset(each) for answer_id, each in people.items()}
