"""Changing the corpus: each function is one change and its journal entry, in the caller's transaction."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

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
    "Ready",
    "correct",
    "index_words_anew",
    "put",
    "put_all",
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


@dataclass(frozen=True, slots=True)
class Ready:
    """An article that is ready to be stored, and the one it replaces (None: it is new)."""

    draft: Draft
    embedded: Embedded
    replaces: Article | None


def put_all(
    connection: Connection, ready: Sequence[Ready], model_id: int, author: Author
) -> list[tuple[Article, Change]]:
    """Store articles, embedded by the model of that id, as live versions; return each with its change.

    No two may be the same or replace the same one.
    """
    stored = _write(connection, ready, model_id, author)
    entries = [
        _entry(
            author,
            Action.REPLACE if one.replaces else Action.ADD,
            article.id,
            (one.replaces.version if one.replaces else None, article.version),
        )
        for one, article in zip(ready, stored, strict=True)
    ]
    numbers = journal.note(connection, *entries)
    return [
        (article, journal.noted(number, entry, article.draft.title))
        for article, number, entry in zip(stored, numbers, entries, strict=True)
    ]


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
    ready = Ready(draft, embedded, replaces)
    if note is None:
        (stored,) = put_all(connection, [ready], model_id, author)
        return stored
    (article,) = _write(connection, [ready], model_id, author)
    around = (replaces.version if replaces else None, article.version)
    return article, _tell(connection, author, Action.CORRECT, article.id, around, note)


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


def _write(connection: Connection, ready: Sequence[Ready], model_id: int, author: Author) -> list[Article]:
    new = []
    for one in ready:
        if one.replaces:
            versioning.retire(connection, one.replaces.version)
        name = one.replaces.id if one.replaces else rows.article_id(one.draft, author.guild)
        guild = one.replaces.guild if one.replaces else author.guild
        new.append(versioning.New(name, guild, one.draft, one.embedded, author.at))
    numbers = versioning.write(connection, new, model_id)
    return [
        Article(one.article_id, number, one.guild, one.draft, one.at)
        for number, one in zip(numbers, new, strict=True)
    ]


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
    entry = _entry(author, action, article_id, versions_around, undoes)
    (number,) = journal.note(connection, entry)
    return journal.made(connection, number)


def _entry(
    author: Author,
    action: Action,
    article_id: str,
    versions_around: tuple[int | None, int | None],
    undoes: int | None = None,
) -> dict[str, Any]:
    before, after = versions_around
    return {
        "at": author.at,
        "actor": author.actor,
        "guild": author.guild,
        "action": action.value,
        "article_id": article_id,
        "before": before,
        "after": after,
        "undoes": undoes,
    }
