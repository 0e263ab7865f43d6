"""Changing the corpus: each function is one change and its journal entry, in the caller's transaction."""

import datetime
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from corpus.article import Article, Draft
from corpus.catalogue import articles, in_the_way, journal, notices, posted, rows, shares, versioning, words
from corpus.catalogue.journal import Action, Change
from corpus.catalogue.schema import versions
from corpus.catalogue.versioning import Embedded
from corpus.errors import BuiltUpon

__all__ = [
    "Author",
    "Embedded",
    "correct",
    "index_words_anew",
    "put",
    "remove",
    "undo",
    "undoable",
    "withdraw",
]


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
) -> tuple[Article, Change]:
    """Store `draft`, embedded by the model of that id, as the live version of its article; return both.

    With a `note` this corrects the article that it replaces, and every card that quoted it becomes stale.
    """
    name = replaces.id if replaces else rows.article_id(draft, author.guild)
    guild = replaces.guild if replaces else author.guild
    before = replaces.version if replaces else None
    if before is not None:
        versioning.retire(connection, before)
    version = versioning.write(connection, draft, embedded, model_id, name, guild, author.at)
    if note is not None:
        change = _tell(connection, author, Action.CORRECT, name, (before, version), note)
    else:
        action = Action.REPLACE if replaces else Action.ADD
        change = _note(connection, author, action, name, (before, version))
    return Article(name, version, guild, draft, author.at), change


def remove(connection: Connection, article: Article, author: Author) -> Change:
    """Take an article out of the corpus and return the change; it can be undone."""
    versioning.retire(connection, article.version)
    return _note(connection, author, Action.REMOVE, article.id, (article.version, None))


def correct(connection: Connection, article: Article, note: str, author: Author) -> Change:
    """Say of an article, whose text stays, what was wrong, and return the change."""
    around = (article.version, article.version)
    return _tell(connection, author, Action.CORRECT, article.id, around, note)


def withdraw(connection: Connection, article: Article, note: str, author: Author) -> Change:
    """Take an article out of the corpus, say why, and return the change."""
    versioning.retire(connection, article.version)
    return _tell(connection, author, Action.WITHDRAW, article.id, (article.version, None), note)


def undoable(connection: Connection, number: int | None, guild: str | None = None) -> Change:
    """Return the change of that number, or the newest, as `journal.undoable` does, that can be undone now.

    Raises:
        ChangeNotUndoable: there is none, or it is undone already.
        BuiltUpon: the article has changed since.
    """
    change = journal.undoable(connection, number, guild)
    _standing(connection, change)
    return change


def undo(connection: Connection, change: Change, author: Author) -> Change:
    """Take a change back and return the change that did.

    A correction without a new text changed no version: nothing can stand in its way.

    Raises:
        BuiltUpon: the article has changed since.
    """
    told = notices.in_force(connection, [change.article_id])
    around = _turned_back(connection, change)
    by = _note(connection, author, Action.UNDO, change.article_id, around, undoes=change.id)
    if notices.in_force(connection, [change.article_id]) != told:
        posted.mark_stale(connection, change.article_id)
        shares.mark_stale(connection, change.article_id)
    return by


def index_words_anew(connection: Connection) -> None:
    """Make the word index again from the live versions."""
    words.clear(connection)
    live = connection.execute(select(versions.c.id).where(versions.c.live.is_(True))).scalars()
    for version in list(live):
        versioning.index_words(connection, version)


def _turned_back(connection: Connection, change: Change) -> tuple[int | None, int | None]:
    """Make the version before a change live again; return the live versions around that."""
    standing = _standing(connection, change)
    if change.before == change.after:
        return standing, standing
    if change.after is not None:
        versioning.retire(connection, change.after)
    if change.before is not None:
        versioning.revive(connection, change.before)
    return change.after, change.before


def _standing(connection: Connection, change: Change) -> int | None:
    """Return the live version of a change's article, None where it has none, if the change can be undone."""
    article = articles.by_id(connection, change.article_id)
    live = article.version if article else None
    if in_the_way.is_built_upon(change, live):
        made = journal.of_article(connection, change.article_id)
        raise BuiltUpon(change, in_the_way.in_the_way(made, change.id, live))
    return live


def _tell(
    connection: Connection,
    author: Author,
    action: Action,
    article_id: str,
    versions_around: tuple[int | None, int | None],
    note: str,
) -> Change:
    change = _note(connection, author, action, article_id, versions_around)
    notices.put(connection, change.id, article_id, note)
    posted.mark_stale(connection, article_id)
    shares.mark_stale(connection, article_id)
    return replace(change, note=note)


def _note(
    connection: Connection,
    author: Author,
    action: Action,
    article_id: str,
    versions_around: tuple[int | None, int | None],
    undoes: int | None = None,
) -> Change:
    before, after = versions_around
    number = journal.note(
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
    return journal.made(connection, number)
