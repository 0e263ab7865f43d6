"""The versions of articles: written once, and found by their words only while they live."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from corpus.article import Draft, Span
from corpus.catalogue import acronyms, rows, vectors, words
from corpus.catalogue.schema import passages, versions
from corpus.tokens import tokens
from corpus.vector_space import Matrix


@dataclass(frozen=True, slots=True)
class Embedded:
    """An article's passages with their vectors, shape (passages, dimensions)."""

    spans: Sequence[Span]
    vectors: Matrix


def write(
    connection: Connection,
    draft: Draft,
    embedded: Embedded,
    model_id: int,
    article_id: str,
    guild: str | None,
    at: datetime.datetime,
) -> int:
    """Write `draft`, embedded by the model of that id, as a live version and return its number."""
    version: int = connection.execute(
        insert(versions)
        .values(article_id=article_id, live=True, guild=guild, added=at, **rows.columns(draft))
        .returning(versions.c.id)
    ).scalar_one()
    ids = _put_passages(connection, version, guild, draft, embedded.spans)
    vectors.put(connection, model_id, dict(zip(ids, embedded.vectors, strict=True)))
    acronyms.learn(connection, version, draft.text)
    return version


def retire(connection: Connection, version: int) -> None:
    """Let a version live no longer; it stays, and nobody finds it."""
    connection.execute(update(versions).where(versions.c.id == version).values(live=False))
    held = connection.execute(select(passages.c.id).where(passages.c.version_id == version)).scalars()
    words.drop(connection, list(held))


def revive(connection: Connection, version: int) -> None:
    """Let a retired version live again."""
    connection.execute(update(versions).where(versions.c.id == version).values(live=True))
    index_words(connection, version)


def index_words(connection: Connection, version: int) -> None:
    """Put a version's passages into the word index."""
    article = rows.article(connection.execute(select(versions).where(versions.c.id == version)).one())
    held = connection.execute(select(passages).where(passages.c.version_id == version))
    words.put(
        connection,
        article.guild,
        {one.id: _tokens(article.draft, Span(one.start, one.end)) for one in held},
    )


def _put_passages(
    connection: Connection, version: int, guild: str | None, draft: Draft, spans: Sequence[Span]
) -> list[int]:
    held = [_tokens(draft, span) for span in spans]
    ids = [
        connection.execute(
            insert(passages)
            .values(version_id=version, start=span.start, end=span.end, length=len(indexed))
            .returning(passages.c.id)
        ).scalar_one()
        for span, indexed in zip(spans, held, strict=True)
    ]
    words.put(connection, guild, dict(zip(ids, held, strict=True)))
    return ids


def _tokens(draft: Draft, span: Span) -> list[str]:
    """Return what a passage is found by: the words of its headline and its own."""
    return tokens(f"{draft.title or ''}\n{span.of(draft.text)}", [draft.language])
