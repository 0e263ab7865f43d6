"""Changing the corpus: each function is one change and its journal entry, in the caller's transaction."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from sqlalchemy import Connection, select

from corpus.article import Article, Draft
from corpus.catalogue import articles, journal, notices, posted, rows, shares, versioning, words
from corpus.catalogue.journal import Action, Change
from corpus.catalogue.schema import versions
from corpus.catalogue.versioning import Embedded
from corpus.errors import ChangeNotUndoable, Obstacle

__all__ = ["Author", "Embedded", "correct", "index_words_anew", "put", "remove", "undo", "withdraw"]


@dataclass(frozen=True, slots=True)
class Author:
    """Who makes a change, in which guild (None: the operator, for everyone), at what time (UTC)."""

    actor: str
    guild: str | None
    at: datetime.datetime


def put(
    connection: Connection,
    draft: Draft,
    embedded: Embedded,
    model_id: int,
    author: Author,
    replaces: Article | None,
    note: str | None = None,
) -> Article:
    """Store `draft`, embedded by the model of that id, as the live version of its article.

    With a `note` this corrects the article that it replaces, and every card that quoted it becomes stale.
    """
    name = replaces.id if replaces else rows.article_id(draft, author.guild)
    guild = replaces.guild if replaces else author.guild
    before = replaces.version if replaces else None
    if before is not None:
        versioning.retire(connection, before)
    version = versioning.write(connection, draft, embedded, model_id, name, guild, author.at)
    if note is not None:
        _tell(connection, author, Action.CORRECT, name, (before, version), note)
    else:
        _note(connection, author, Action.REPLACE if replaces else Action.ADD, name, (before, version))
    return Article(name, version, guild, draft, author.at)


def remove(connection: Connection, article: Article, author: Author) -> int:
    """Take an article out of the corpus and return the change's number; it can be undone."""
    versioning.retire(connection, article.version)
    return _note(connection, author, Action.REMOVE, article.id, (article.version, None))


def correct(connection: Connection, article: Article, note: str, author: Author) -> int:
    """Say of an article, whose text stays, what was wrong, and return the change's number."""
    around = (article.version, article.version)
    return _tell(connection, author, Action.CORRECT, article.id, around, note)


def withdraw(connection: Connection, article: Article, note: str, author: Author) -> int:
    """Take an article out of the corpus, say why, and return the change's number."""
    versioning.retire(connection, article.version)
    return _tell(connection, author, Action.WITHDRAW, article.id, (article.version, None), note)


def undo(connection: Connection, change: Change, author: Author) -> int:
    """Take a change back and return the number of the change that did.

    A correction without a new text changed no version: nothing can stand in its way.

    Raises:
        ChangeNotUndoable: the article has changed since.
    """
    told = notices.in_force(connection, [change.article_id])
    around = _turned_back(connection, change)
    number = _note(connection, author, Action.UNDO, change.article_id, around, undoes=change.id)
    if notices.in_force(connection, [change.article_id]) != told:
        posted.mark_stale(connection, change.article_id)
        shares.mark_stale(connection, change.article_id)
    return number


def index_words_anew(connection: Connection) -> None:
    """Make the word index again from the live versions."""
    words.clear(connection)
    live = connection.execute(select(versions.c.id).where(versions.c.live.is_(True))).scalars()
    for version in list(live):
        versioning.index_words(connection, version)


def _turned_back(connection: Connection, change: Change) -> tuple[int | None, int | None]:
    """Make the version before a change live again; return the live versions around that."""
    live = articles.by_id(connection, change.article_id)
    standing = live.version if live else None
    if change.before == change.after:
        return standing, standing
    if standing != change.after:
        raise ChangeNotUndoable(
            Obstacle.BUILT_UPON,
            f"Article {change.article_id} has changed since change {change.id}: undo the later change first.",
        )
    if change.after is not None:
        versioning.retire(connection, change.after)
    if change.before is not None:
        versioning.revive(connection, change.before)
    return change.after, change.before


def _tell(
    connection: Connection,
    author: Author,
    action: Action,
    article_id: str,
    versions_around: tuple[int | None, int | None],
    note: str,
) -> int:
    number = _note(connection, author, action, article_id, versions_around)
    notices.put(connection, number, article_id, note)
    posted.mark_stale(connection, article_id)
    shares.mark_stale(connection, article_id)
    return number


def _note(
    connection: Connection,
    author: Author,
    action: Action,
    article_id: str,
    versions_around: tuple[int | None, int | None],
    undoes: int | None = None,
) -> int:
    before, after = versions_around
    return journal.note(
        connection,
        {
            "at": author.at,
            "actor": author.actor,
            "guild": author.guild,
            "action": action.value,
            "article_id": article_id,
            "before": before,
            "after": after,
            "undoes": undoes,
        },
    )
