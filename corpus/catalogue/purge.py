"""Deleting everything that belongs to one guild, for good."""

import datetime

from sqlalchemy import ColumnElement, Connection, Table, delete, exists, func, or_, select

from corpus.catalogue import journal, words
from corpus.catalogue.jobs import standing as jobs
from corpus.catalogue.journal import Action
from corpus.catalogue.schema import (
    acronyms,
    answers,
    askers,
    barred,
    changes,
    citations,
    digests,
    entries,
    feedback,
    feeds,
    guilds,
    looks,
    notices,
    passages,
    posted,
    proposals,
    readings,
    replies,
    seen,
    servers,
    shares,
    unanswered,
    underway,
    vectors,
    versions,
    waiters,
    watches,
)

_BATCH = 1000  # passages taken out of the word index at once: databases limit the values of a statement


def holdings(connection: Connection, guild: str) -> dict[str, int]:
    """Return how many articles, versions, answers and so on belong to a guild; nothing stands for none."""
    articles = select(func.count(versions.c.article_id.distinct())).where(versions.c.guild == guild)
    counted = {"articles": connection.scalar(articles)} | {
        "settings" if table is guilds else table.name: _count(connection, table, where)
        for table, where in _belongings(guild)
    }
    counted["jobs"] = len(jobs.of_guild(connection, guild))
    return {name: number for name, number in counted.items() if number}


def purge(connection: Connection, guild: str, *, by: str, at: datetime.datetime) -> dict[str, int]:
    """Delete everything of a guild and return its `holdings`; what is shared stays.

    Where there was anything, the journal gets a line that names neither articles nor people of the
    guild: by it running processes notice, and it cannot be undone.
    """
    held = holdings(connection, guild)
    if held:
        _drop_words(connection, guild)
        jobs.purge(connection, guild)
        for table, where in _belongings(guild):
            connection.execute(delete(table).where(where))
        _note(connection, guild, by, at)
    return held


def _belongings(guild: str) -> list[tuple[Table, ColumnElement[bool]]]:
    """Return the tables and which of their rows are a guild's, each before those that it refers to."""
    own_versions = select(versions.c.id).where(versions.c.guild == guild)
    own_articles = select(versions.c.article_id).where(versions.c.guild == guild)
    own_passages = select(passages.c.id).where(passages.c.version_id.in_(own_versions))
    own_answers = select(answers.c.id).where(answers.c.guild == guild)
    own_cards = select(posted.c.message_id).where(posted.c.answer_id.in_(own_answers))
    own_feeds = select(feeds.c.id).where(feeds.c.guild == guild)
    quoted = exists().where(
        citations.c.answer_id == replies.c.answer_id,
        citations.c.number == replies.c.number,
        citations.c.version_id.in_(own_versions),
    )
    quoting = or_(citations.c.answer_id.in_(own_answers), citations.c.version_id.in_(own_versions))
    own_looks = select(looks.c.id).where(looks.c.guild == guild)
    return [
        (shares, shares.c.look_id.in_(own_looks)),
        (seen, seen.c.look_id.in_(own_looks)),
        (looks, looks.c.guild == guild),
        (askers, askers.c.message_id.in_(own_cards)),
        (watches, watches.c.guild == guild),
        (posted, posted.c.answer_id.in_(own_answers)),
        (feedback, feedback.c.answer_id.in_(own_answers)),
        (unanswered, unanswered.c.answer_id.in_(own_answers)),
        (waiters, waiters.c.answer_id.in_(own_answers)),
        (readings, readings.c.answer_id.in_(own_answers)),
        (replies, or_(replies.c.answer_id.in_(own_answers), quoted)),
        (citations, quoting),
        (answers, answers.c.guild == guild),
        (proposals, or_(proposals.c.guild == guild, proposals.c.feed_id.in_(own_feeds))),
        (entries, entries.c.feed_id.in_(own_feeds)),
        (feeds, feeds.c.guild == guild),
        (notices, notices.c.article_id.in_(own_articles)),
        (changes, changes.c.article_id.in_(own_articles)),
        (acronyms, acronyms.c.version_id.in_(own_versions)),
        (vectors, vectors.c.passage_id.in_(own_passages)),
        (passages, passages.c.version_id.in_(own_versions)),
        (versions, versions.c.guild == guild),
        (guilds, guilds.c.guild == guild),
        (digests, digests.c.guild == guild),
        (servers, servers.c.guild == guild),
        (barred, barred.c.guild == guild),
        (underway, underway.c.guild == guild),
    ]


def _drop_words(connection: Connection, guild: str) -> None:
    live = (versions.c.guild == guild, versions.c.live.is_(True))
    indexed = list(connection.execute(select(passages.c.id).join(versions).where(*live)).scalars())
    for start in range(0, len(indexed), _BATCH):
        words.drop(connection, indexed[start : start + _BATCH])


def _count(connection: Connection, table: Table, where: ColumnElement[bool]) -> int:
    return connection.scalar(select(func.count()).select_from(table).where(where)) or 0


def _note(connection: Connection, guild: str, by: str, at: datetime.datetime) -> None:
    journal.note(
        connection,
        {"at": at, "actor": by, "action": Action.PURGE.value, "article_id": guild},
    )
