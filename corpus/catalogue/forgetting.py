"""Deleting what is kept of one person, in one guild or everywhere.

What a person did as a moderator stays without their name: what became of an article is told to everybody.
A question that others asked too is theirs as well and stays. One whose answer still stands in Discord, or
that others watch, loses its words and keeps its quotations, so that a correction of an article reaches that
card; the card is marked as stale, and loses the question with that.
"""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Table, case, delete, or_, select, true, update

from corpus.catalogue.schema import (
    answers,
    askers,
    barred,
    changes,
    citations,
    feedback,
    feeds,
    looks,
    posted,
    proposals,
    readings,
    replies,
    seen,
    shares,
    unanswered,
    waiters,
    watches,
)

NOBODY = "somebody"  # stands where the name of a moderator stood
_WORDLESS = {
    "question": "\u2026",
    "standalone": "",
    "candidates": [],
    # An abstention names what no article mentions; an answer is quotations.
    "text": case((answers.c.abstained, ""), else_=answers.c.text),
}
# Columns that hold a person's number beside their name, with the guild of their row.
_NAMES: tuple[tuple[Column[Any], Column[Any]], ...] = (
    (changes.c.actor, changes.c.guild),
    (unanswered.c.closed_by, unanswered.c.guild),
    (proposals.c.by, proposals.c.guild),
    (feeds.c.added_by, feeds.c.guild),
)


def forget(connection: Connection, person: str, guild: str | None = None) -> dict[str, int]:
    """Delete what is kept of a person in that guild, or everywhere, and return how much; nothing is none.

    Args:
        connection: a writing one; `Catalogue.trial` says beforehand what would go.
        person: the number of a Discord user, or who changes articles from a terminal.
        guild: a Discord server's id; None stands for everywhere, direct messages among it.
    """
    asked = _asked_alone(connection, person, guild)
    standing = _standing(connection, asked, person)
    gone = {"questions": len(asked)}
    for table, where in _links(person, guild):
        gone[table.name] = _delete(connection, table, where)
    gone["shares"] = _forget_shared(connection, person, guild)
    _forget_answers(connection, [one for one in asked if one not in standing])
    _take_words(connection, standing)
    gone["names"] = sum(_rename(connection, *columns, person, guild) for columns in _NAMES)
    return {name: number for name, number in gone.items() if number}


def _links(person: str, guild: str | None) -> list[tuple[Table, ColumnElement[bool]]]:
    """Return the tables whose rows are of one person, and which rows those are."""
    here = select(answers.c.id).where(_in(answers.c.guild, guild))
    cards = select(posted.c.message_id).where(posted.c.answer_id.in_(here))
    of_cards = true() if guild is None else askers.c.message_id.in_(cards)
    return [
        (feedback, (feedback.c.person == person) & feedback.c.answer_id.in_(here)),
        (waiters, (waiters.c.person == person) & waiters.c.answer_id.in_(here)),
        (watches, (watches.c.person == person) & _in(watches.c.guild, guild)),
        (askers, (askers.c.person == person) & of_cards),
        (barred, (barred.c.person == person) & _in(barred.c.guild, guild)),
    ]


def _asked_alone(connection: Connection, person: str, guild: str | None) -> list[str]:
    """Return the ids of the answers that nobody else is known to have asked for."""
    known = select(waiters.c.answer_id, waiters.c.person).union(
        select(posted.c.answer_id, askers.c.person).join(askers, askers.c.message_id == posted.c.message_id)
    )
    asked = known.subquery()
    own = select(asked.c.answer_id).where(asked.c.person == person)
    others = select(asked.c.answer_id).where(asked.c.person != person)
    wanted = select(answers.c.id).where(answers.c.id.in_(own), answers.c.id.not_in(others))
    return list(connection.scalars(wanted.where(_in(answers.c.guild, guild)).order_by(answers.c.id)))


def _standing(connection: Connection, ids: Collection[str], person: str) -> set[str]:
    """Return which of those answers a message shows or somebody else watches."""
    of_others = watches.c.person != person
    shown = (
        select(posted.c.answer_id)
        .where(posted.c.answer_id.in_(ids))
        .union(
            select(watches.c.answer_id).where(watches.c.answer_id.in_(ids), of_others),
            select(watches.c.found).where(watches.c.found.in_(ids), of_others),
        )
    )
    return set(connection.scalars(shown))


def _forget_answers(connection: Connection, ids: Collection[str]) -> None:
    for table in (feedback, unanswered, waiters, readings, replies, citations):
        _delete(connection, table, table.c.answer_id.in_(ids))
    _delete(connection, answers, answers.c.id.in_(ids))


def _take_words(connection: Connection, ids: Collection[str]) -> None:
    for table in (unanswered, readings):
        _delete(connection, table, table.c.answer_id.in_(ids))
    connection.execute(update(answers).where(answers.c.id.in_(ids)).values(**_WORDLESS))
    connection.execute(update(posted).where(posted.c.answer_id.in_(ids)).values(stale=posted.c.stale + 1))


def _forget_shared(connection: Connection, person: str, guild: str | None) -> int:
    """Delete what somebody shared: it holds what they asked."""
    of_guild = select(looks.c.id).where(_in(looks.c.guild, guild))
    where = (shares.c.person == person) & shares.c.look_id.in_(of_guild)
    shared = list(connection.scalars(select(shares.c.look_id).where(where)))
    _delete(connection, shares, where)
    _delete(connection, seen, seen.c.look_id.in_(shared))
    return _delete(connection, looks, looks.c.id.in_(shared))


def _rename(
    connection: Connection, name: Column[Any], place: Column[Any], person: str, guild: str | None
) -> int:
    # Discord's people are written as "Mia (4000)". The end counts: anybody may be called "Mia (4000)".
    theirs = or_(name == person, name.endswith(f"({person})", autoescape=True))
    renamed = update(name.table).where(theirs, _in(place, guild)).values({name.key: NOBODY})
    return connection.execute(renamed).rowcount


def _in(column: Column[Any], guild: str | None) -> ColumnElement[bool]:
    return true() if guild is None else column == guild


def _delete(connection: Connection, table: Table, where: ColumnElement[bool]) -> int:
    return connection.execute(delete(table).where(where)).rowcount
