"""Changing the corpus: each function is one change and its journal entry, in the caller's transaction."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from corpus.article import Article, Draft, Span
from corpus.catalogue import articles, journal, rows, vectors, words
from corpus.catalogue.journal import Action, Change
from corpus.catalogue.schema import passages, versions
from corpus.errors import ChangeNotUndoable
from corpus.tokens import tokens
from corpus.vector_space import Matrix


@dataclass(frozen=True, slots=True)
class Author:
    """Who makes a change, in which guild (None: the operator, for everyone), at what time (UTC)."""

    actor: str
    guild: str | None
    at: datetime.datetime


@dataclass(frozen=True, slots=True)
class Embedded:
    """An article's passages with their vectors, shape (passages, dimensions)."""

    spans: Sequence[Span]
    vectors: Matrix


def put(
    connection: Connection,
    draft: Draft,
    embedded: Embedded,
    model_id: int,
    author: Author,
    replaces: Article | None,
) -> Article:
    """Store `draft`, embedded by the model of that id, as the live version of its article."""
    name = replaces.id if replaces else rows.article_id(draft, author.guild)
    guild = replaces.guild if replaces else author.guild
    if replaces:
        _retire(connection, replaces.version)
    version = connection.execute(
        insert(versions)
        .values(article_id=name, live=True, guild=guild, added=author.at, **rows.columns(draft))
        .returning(versions.c.id)
    ).scalar_one()
    ids = _put_passages(connection, version, draft, embedded.spans)
    vectors.put(connection, model_id, dict(zip(ids, embedded.vectors, strict=True)))
    action = Action.REPLACE if replaces else Action.ADD
    _note(connection, author, action, name, (replaces.version if replaces else None, version))
    return Article(name, version, guild, draft, author.at)


def remove(connection: Connection, article: Article, author: Author) -> int:
    """Take an article out of the corpus and return the change's number; it can be undone."""
    _retire(connection, article.version)
    return _note(connection, author, Action.REMOVE, article.id, (article.version, None))


def undo(connection: Connection, change: Change, author: Author) -> int:
    """Take a change back and return the number of the change that did.

    Raises:
        ChangeNotUndoable: the article has changed since.
    """
    live = articles.by_id(connection, change.article_id)
    if (live.version if live else None) != change.after:
        raise ChangeNotUndoable(
            f"Article {change.article_id} has changed since change {change.id}: undo the later change first."
        )
    if change.after is not None:
        _retire(connection, change.after)
    if change.before is not None:
        _revive(connection, change.before)
    return _note(
        connection, author, Action.UNDO, change.article_id, (change.after, change.before), undoes=change.id
    )


def index_words_anew(connection: Connection) -> None:
    """Make the word index again from the live versions."""
    words.clear(connection)
    live = connection.execute(select(versions.c.id).where(versions.c.live.is_(True))).scalars()
    for version in list(live):
        _index_words(connection, version)


def _put_passages(connection: Connection, version: int, draft: Draft, spans: Sequence[Span]) -> list[int]:
    held = [_tokens(draft, span) for span in spans]
    ids = [
        connection.execute(
            insert(passages)
            .values(version_id=version, start=span.start, end=span.end, length=len(indexed))
            .returning(passages.c.id)
        ).scalar_one()
        for span, indexed in zip(spans, held, strict=True)
    ]
    words.put(connection, dict(zip(ids, held, strict=True)))
    return ids


def _retire(connection: Connection, version: int) -> None:
    connection.execute(update(versions).where(versions.c.id == version).values(live=False))
    held = connection.execute(select(passages.c.id).where(passages.c.version_id == version)).scalars()
    words.drop(connection, list(held))


def _revive(connection: Connection, version: int) -> None:
    connection.execute(update(versions).where(versions.c.id == version).values(live=True))
    _index_words(connection, version)


def _index_words(connection: Connection, version: int) -> None:
    draft = rows.article(connection.execute(select(versions).where(versions.c.id == version)).one()).draft
    held = connection.execute(select(passages).where(passages.c.version_id == version))
    words.put(connection, {one.id: _tokens(draft, Span(one.start, one.end)) for one in held})


def _tokens(draft: Draft, span: Span) -> list[str]:
    """Return what a passage is found by: the words of its headline and its own."""
    return tokens(f"{draft.title or ''}\n{span.of(draft.text)}", [draft.language])


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
