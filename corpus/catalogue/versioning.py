"""The versions of articles: written once, and found by their words only while they live."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from corpus.acronyms import Acronym
from corpus.acronyms import acronyms as acronyms_of
from corpus.article import Draft, Span
from corpus.catalogue import acronyms, rows, vectors, words
from corpus.catalogue.numbering import numbers
from corpus.catalogue.schema import passages, versions
from corpus.tokens import tokens
from corpus.vector_space import Matrix


@dataclass(frozen=True, slots=True)
class Found:
    """What an article is found by beside its vectors: the words of each passage, and its acronyms.

    They follow from the article alone, so that nobody who writes need wait for them.
    """

    words: Sequence[Sequence[str]]
    acronyms: Sequence[Acronym]


@dataclass(frozen=True, slots=True)
class Embedded:
    """An article's passages with their vectors, shape (passages, dimensions).

    `found` is what they are found by, where it is known already.
    """

    spans: Sequence[Span]
    vectors: Matrix
    found: Found | None = None


@dataclass(frozen=True, slots=True)
class New:
    """A version to be written: of which article, of which guild (None: shared), at what time (UTC)."""

    article_id: str
    guild: str | None
    draft: Draft
    embedded: Embedded
    at: datetime.datetime


def write(connection: Connection, new: Sequence[New], model_id: int) -> list[int]:
    """Write versions, embedded by the model of that id, as live ones and return their numbers.

    Several at once take little more than one: each table is written by one statement.
    """
    if not new:
        return []
    by_number = dict(zip(numbers(connection, versions, len(new)), new, strict=True))
    found = {
        number: one.embedded.found or found_by(one.draft, one.embedded.spans)
        for number, one in by_number.items()
    }
    written = [
        {"id": number, "article_id": one.article_id, "live": True, "guild": one.guild, "added": one.at}
        | rows.columns(one.draft)
        for number, one in by_number.items()
    ]
    connection.execute(insert(versions), written)
    ids = _put_passages(connection, by_number, found)
    computed = [vector for one in new for vector in one.embedded.vectors]
    vectors.put(connection, model_id, dict(zip(ids, computed, strict=True)))
    acronyms.keep(connection, {number: one.acronyms for number, one in found.items()})
    return list(by_number)


def found_by(draft: Draft, spans: Sequence[Span]) -> Found:
    """Return what the passages of an article are found by beside their vectors."""
    return Found([_tokens(draft, span) for span in spans], acronyms_of(draft.text))


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
    connection: Connection, new: Mapping[int, New], found: Mapping[int, Found]
) -> Sequence[int]:
    """Write the passages of versions, given by their number, and return their ids."""
    placed = [(number, one, span) for number, one in new.items() for span in one.embedded.spans]
    if not placed:
        return []
    held = [words_of for number in new for words_of in found[number].words]
    ids = numbers(connection, passages, len(placed))
    written = [
        {"id": passage, "version_id": number, "start": span.start, "end": span.end, "length": len(indexed)}
        for passage, (number, _, span), indexed in zip(ids, placed, held, strict=True)
    ]
    connection.execute(insert(passages), written)
    by_guild: dict[str | None, dict[int, Sequence[str]]] = {}
    for (_, one, _), passage, indexed in zip(placed, ids, held, strict=True):
        by_guild.setdefault(one.guild, {})[passage] = indexed
    for guild, indexed_there in by_guild.items():
        words.put(connection, guild, indexed_there)
    return ids


def _tokens(draft: Draft, span: Span) -> list[str]:
    """Return what a passage is found by: the words of its headline and its own."""
    return tokens(f"{draft.title or ''}\n{span.of(draft.text)}", [draft.language])
