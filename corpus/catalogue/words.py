"""The word index: which passages hold which words, in the same database as the articles.

SQLite keeps it in an FTS5 table and PostgreSQL in a tsvector column with a GIN index; both hold the
tokens of `corpus.tokens`, so they stem and fold alike. What is put in and dropped is counted in `vocabulary`.
"""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, bindparam, select, text

from corpus.catalogue import vocabulary
from corpus.catalogue.schema import passages, versions

_SQLITE = """
CREATE VIRTUAL TABLE IF NOT EXISTS words
    USING fts5(tokens, tokenize="unicode61 remove_diacritics 0 tokenchars '_'")
"""
_POSTGRESQL = """
CREATE TABLE IF NOT EXISTS words (
    rowid bigint PRIMARY KEY,
    tokens text NOT NULL,
    lexemes tsvector GENERATED ALWAYS AS (array_to_tsvector(string_to_array(tokens, ' '))) STORED
);
CREATE INDEX IF NOT EXISTS words_lexemes ON words USING gin (lexemes)
"""

_PUT = text("INSERT INTO words (rowid, tokens) VALUES (:passage, :tokens)")
_DROPPED = text("DELETE FROM words WHERE rowid IN :ids").bindparams(bindparam("ids", expanding=True))
_HELD = text("SELECT rowid, tokens FROM words WHERE rowid IN :ids").bindparams(
    bindparam("ids", expanding=True)
)


def create(connection: Connection) -> None:
    """Make the index where it is missing."""
    connection.exec_driver_sql(_SQLITE if connection.dialect.name == "sqlite" else _POSTGRESQL)


def put(connection: Connection, guild: str | None, tokens: Mapping[int, Sequence[str]]) -> None:
    """Index passages of articles of that guild, given by id, under their tokens."""
    rows = [{"passage": passage, "tokens": " ".join(held)} for passage, held in tokens.items()]
    if rows:
        connection.execute(_PUT, rows)
        vocabulary.count(connection, guild, tokens.values(), 1)


def drop(connection: Connection, passage_ids: Sequence[int]) -> None:
    """Take passages out of the index; ids it does not hold are passed over."""
    wanted = select(passages.c.id, versions.c.guild).select_from(passages.join(versions))
    owners = connection.execute(wanted.where(passages.c.id.in_(list(passage_ids))))
    indexed = held(connection, passage_ids)
    by_guild: dict[str | None, list[list[str]]] = {}
    for passage, guild in owners:
        if passage in indexed:
            by_guild.setdefault(guild, []).append(indexed[passage])
    for guild, tokens in by_guild.items():
        vocabulary.count(connection, guild, tokens, -1)
    connection.execute(_DROPPED, {"ids": list(passage_ids)})


def held(connection: Connection, passage_ids: Sequence[int]) -> dict[int, list[str]]:
    """Return the tokens of those passages; of those that are not indexed, nothing."""
    found = connection.execute(_HELD, {"ids": list(passage_ids)})
    return {row[0]: row[1].split() for row in found}


def clear(connection: Connection) -> None:
    """Take everything out of the index."""
    connection.execute(text("DELETE FROM words"))
    vocabulary.clear(connection)
