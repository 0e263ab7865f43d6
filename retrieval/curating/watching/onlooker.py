"""Who watches the question of an answer, from what that answer says on."""

import datetime
from dataclasses import dataclass

from corpus.catalogue import journal, watches
from corpus.catalogue.connection import Connection
from corpus.catalogue.watches import Watch
from corpus.filters import Filters
from retrieval.answering.explaining import Explanation


@dataclass(frozen=True, slots=True)
class Onlooker:
    """Who watches, and where they are told, in which language.

    `message` is the card there that what is told replies to; `private` asks for a direct message instead.
    """

    person: str
    guild: str | None
    channel: str
    message: str | None
    private: bool
    language: str


def begin(
    connection: Connection, known: Explanation, chosen: Filters, who: Onlooker, at: datetime.datetime
) -> Watch | None:
    """Let somebody watch the question of an answer that they know; None where they may watch no more.

    Args:
        connection: in a transaction that writes.
        known: the answer.
        chosen: what somebody chose that narrows the question, without what the server sees.
        who: watches.
        at: when, in UTC.
    """
    # What an article has changed since the question was asked is news to whoever watches it from there.
    overtaken = journal.changed_since(connection, known.asked)
    watch = Watch(
        person=who.person,
        guild=who.guild,
        channel=who.channel,
        message=who.message,
        private=who.private,
        language=who.language,
        question=known.answer.question,
        standalone=known.standalone,
        filters=chosen,
        created=at,
        answer_id=known.answer.id,
        seen=journal.latest(connection),
        marks=int(overtaken),
    )
    return watches.start(connection, watch)


def end(connection: Connection, known: Explanation, chosen: Filters, person: str) -> Watch | None:
    """End a person's watch of the question of an answer and return it; None where they have none."""
    held = watches.of_person(connection, person, known.filters.guild)
    same = [one for one in held if (one.standalone, one.filters) == (known.standalone, chosen)]
    return watches.stop(connection, same[0].id, person) if same else None
