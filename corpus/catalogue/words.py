"""The word index: which passages hold which words, in the same database as the articles.

SQLite keeps it in an FTS5 table and PostgreSQL in a tsvector column with a GIN index; both hold the
tokens of `corpus.tokens`, so they stem and fold alike. `vocabulary` counts the passages of every token, for
each guild by itself: what is told of the words of the articles is told of those that a guild sees.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import islice

from sqlalchemy import (
    ColumnElement,
    Connection,
    String,
    TextClause,
    and_,
    bindparam,
    delete,
    func,
    literal,
    or_,
    select,
    text,
)

from corpus.catalogue import kept
from corpus.catalogue.schema import passages, versions, vocabulary

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


_PARTS = 50  # looked up at once: databases limit the queries of a statement
_MORE = 4  # times as many as are wanted, of which some may not be allowed
_LAST = "\U0010ffff"  # comes after every term that begins with what it follows
_PASSAGES, _TOKENS = "passages", "tokens"
_EVERYBODY = ""  # what stands for no guild: a column of a primary key holds no NULL


@dataclass(frozen=True, slots=True)
class Statistics:
    """What BM25 needs of what a guild sees: passages, their mean length in tokens, counts by term."""

    passages: int
    mean_length: float
    frequencies: Mapping[str, int]


def create(connection: Connection) -> None:
    """Make the index where it is missing."""
    connection.exec_driver_sql(_SQLITE if connection.dialect.name == "sqlite" else _POSTGRESQL)


def put(connection: Connection, guild: str | None, tokens: Mapping[int, Sequence[str]]) -> None:
    """Index passages of articles of that guild, given by id, under their tokens."""
    rows = [{"passage": passage, "tokens": " ".join(held)} for passage, held in tokens.items()]
    if rows:
        connection.execute(text("INSERT INTO words (rowid, tokens) VALUES (:passage, :tokens)"), rows)
        _count(connection, guild, tokens.values(), 1)


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
        _count(connection, guild, tokens, -1)
    connection.execute(
        text("DELETE FROM words WHERE rowid IN :ids").bindparams(bindparam("ids", expanding=True)),
        {"ids": list(passage_ids)},
    )


def held(connection: Connection, passage_ids: Sequence[int]) -> dict[int, list[str]]:
    """Return the tokens of those passages; of those that are not indexed, nothing."""
    wanted = text("SELECT rowid, tokens FROM words WHERE rowid IN :ids")
    found = connection.execute(
        wanted.bindparams(bindparam("ids", expanding=True)), {"ids": list(passage_ids)}
    )
    return {row[0]: row[1].split() for row in found}


def clear(connection: Connection) -> None:
    """Take everything out of the index."""
    connection.execute(text("DELETE FROM words"))
    connection.execute(delete(vocabulary))


def statistics(connection: Connection, wanted: Iterable[str], guild: str | None) -> Statistics:
    """Count the live passages that `guild` sees, and those that hold each of the `wanted` terms."""
    size = kept.tally(connection, "size", partial(_sizes, connection), guild)
    counts = connection.execute(_COUNTED, {"guilds": _guilds(guild), "terms": list(wanted)})
    mean_length = size.get(_TOKENS, 0) / max(size.get(_PASSAGES, 0), 1)
    return Statistics(size.get(_PASSAGES, 0), mean_length, {term: int(count) for term, count in counts})


def _sizes(connection: Connection, where: ColumnElement[bool]) -> Iterator[tuple[str | None, Hashable, int]]:
    """Yield how many passages, with how many tokens, some versions have, by their guild."""
    counted = connection.execute(
        select(versions.c.guild, func.count(), func.sum(passages.c.length))
        .select_from(passages.join(versions))
        .where(where)
        .group_by(versions.c.guild)
    )
    for guild, many, length in counted:
        yield guild, _PASSAGES, many
        yield guild, _TOKENS, int(length)


def commonest(connection: Connection, limit: int) -> list[str]:
    """Return the terms that most passages hold of what everybody sees, most first."""
    wanted = select(vocabulary.c.term).where(vocabulary.c.guild == _EVERYBODY)
    return list(connection.scalars(wanted.order_by(vocabulary.c.passages.desc()).limit(limit)))


def compounds(
    connection: Connection, parts: Sequence[str], guild: str | None, limit: int = 20
) -> dict[str, list[str]]:
    """Return for each part the terms of what `guild` sees that begin or end with it, most frequent first."""
    found: dict[str, list[str]] = {part: [] for part in parts}
    several = list(found)
    for start in range(0, len(several), _PARTS):
        asked = several[start : start + _PARTS]
        values = {
            f"{name}{place}": value for place, part in enumerate(asked) for name, value in _ranges(part)
        }
        rows = connection.execute(_compounds(len(asked)), {**values, **_both(guild), "most": limit})
        for place, term in rows:
            found[asked[place]].append(term)
    return found


@cache
def _compounds(parts: int) -> TextClause:
    """Return the one statement for so many parts: each of them by itself took longer to make than to run."""
    # The guild stands in both ranges, so that each is looked up in an index of its own.
    one = """
        SELECT * FROM (
            SELECT {0} AS part, term, SUM(passages) AS held FROM vocabulary
            WHERE (
                guild IN (:everybody, :guild) AND term BETWEEN :part{0} AND :after{0}
                OR guild IN (:everybody, :guild) AND reversed BETWEEN :trap{0} AND :retfa{0}
            ) AND term <> :part{0}
            GROUP BY term ORDER BY held DESC, term LIMIT :most
        ) AS part{0}
    """
    each = " UNION ALL ".join(one.format(place) for place in range(parts))
    return text(f"SELECT part, term FROM ({each}) AS every ORDER BY part, held DESC, term")  # nosec B608  # noqa: S608 - no values


def _ranges(part: str) -> Iterator[tuple[str, str]]:
    backwards = part[::-1]
    yield from (("part", part), ("after", part + _LAST), ("trap", backwards), ("retfa", backwards + _LAST))


def spelt(
    connection: Connection, beginnings: Iterable[str], shortest: int, longest: int, guild: str | None
) -> dict[str, int]:
    """Return terms of what `guild` sees, of so many letters, that begin with one of `beginnings`, counted."""
    begun = or_(*(and_(_of(guild), _begins(vocabulary.c.term, one)) for one in beginnings))
    within = func.length(vocabulary.c.term).between(shortest, longest)
    wanted = select(vocabulary.c.term, _TOTAL).where(begun, within).group_by(vocabulary.c.term)
    return {term: int(count) for term, count in connection.execute(wanted)}


_TOTAL = func.sum(vocabulary.c.passages)
_COUNTED = text(
    "SELECT term, SUM(passages) FROM vocabulary WHERE guild IN :guilds AND term IN :terms GROUP BY term"
).bindparams(
    bindparam("guilds", type_=String(), expanding=True), bindparam("terms", type_=String(), expanding=True)
)


_COUNT = (
    "INSERT INTO vocabulary (guild, term, reversed, passages) VALUES ({0}, {0}, {0}, {0}) "
    "ON CONFLICT (guild, term) DO UPDATE SET passages = vocabulary.passages + excluded.passages"
)
_COUNTED_BY = {"sqlite": _COUNT.format("?"), "postgresql": _COUNT.format("%s")}


def _of(guild: str | None) -> ColumnElement[bool]:
    return vocabulary.c.guild.in_(_guilds(guild))


def _guilds(guild: str | None) -> list[str]:
    return [_EVERYBODY] if guild is None else [_EVERYBODY, guild]


def _both(guild: str | None) -> dict[str, str]:
    return {"everybody": _EVERYBODY, "guild": guild or _EVERYBODY}


def _begins(column: ColumnElement[str], beginning: str) -> ColumnElement[bool]:
    # Plain strings, so that the column's own order counts: PostgreSQL takes none inside BETWEEN.
    return column.between(literal(beginning, String()), literal(beginning + _LAST, String()))


def candidates(
    connection: Connection,
    wanted: Sequence[str],
    where: Sequence[ColumnElement[bool]],
    limit: int,
    required: Sequence[str] = (),
) -> dict[int, list[str]]:
    """Return up to `limit` passages that hold any of the `wanted` terms, best first, with their tokens.

    `where` are conditions on `versions`; the order is FTS5's BM25, or PostgreSQL's `ts_rank`. Each of the
    `required` terms must stand in a passage; with no `wanted` ones these alone count.
    """
    if not (wanted or required):
        return {}
    known = None if required else _known(connection, wanted, where, limit)
    if known is not None:
        return known
    match, order, query = _matching(connection.dialect.name, wanted, required)
    rows = connection.execute(
        select(text("words.rowid, words.tokens"))
        .select_from(text("words"))
        .join(passages, text("passages.id = words.rowid"))
        .join(versions)
        .where(match, *where)
        .order_by(order, passages.c.id)
        .limit(limit),
        {"query": query},
    )
    return {row[0]: row[1].split() for row in rows}


def _known(
    connection: Connection, wanted: Sequence[str], where: Sequence[ColumnElement[bool]], limit: int
) -> dict[int, list[str]] | None:
    """Return the same from words that are kept; None where they do not tell."""
    best = kept.best(connection, wanted, limit * _MORE)
    if best is None:
        return None
    held_by = _held_by(connection, best[:limit], where)
    if len(held_by) < min(limit, len(best)):
        held_by = _held_by(connection, best, where)
    enough = len(held_by) >= limit or len(best) < limit * _MORE
    return dict(islice(held_by.items(), limit)) if enough else None


def _held_by(
    connection: Connection, best: Sequence[int], where: Sequence[ColumnElement[bool]]
) -> dict[int, list[str]]:
    """Return those of the passages that `where` allows, in their order, with their tokens."""
    rows = connection.execute(
        select(text("words.rowid, words.tokens"))
        .select_from(text("words"))
        .join(passages, text("passages.id = words.rowid"))
        .join(versions)
        .where(passages.c.id.in_(best), *where)
    )
    tokens = {row[0]: row[1] for row in rows}
    return {passage: tokens[passage].split() for passage in best if passage in tokens}


def _matching(
    dialect: str, wanted: Sequence[str], required: Sequence[str]
) -> tuple[ColumnElement[bool], ColumnElement[float], str]:
    if dialect == "sqlite":
        query = _query([f'"{term}"' for term in wanted], [f'"{term}"' for term in required], " OR ", " AND ")
        return text("words MATCH :query"), text("bm25(words)"), query  # type: ignore[return-value]
    wanted, required = ([_lexeme(term) for term in listed] for listed in (wanted, required))
    query = _query(wanted, required, " | ", " & ")
    matches = text("words.lexemes @@ CAST(:query AS tsquery)")
    return matches, text("ts_rank(words.lexemes, CAST(:query AS tsquery)) DESC"), query  # type: ignore[return-value]


def _lexeme(term: str) -> str:
    return "'" + term.replace("'", "''") + "'"


def _query(wanted: Sequence[str], required: Sequence[str], either: str, both: str) -> str:
    return both.join([*required, *([f"({either.join(wanted)})"] if wanted else [])])


def _count(connection: Connection, guild: str | None, held: Iterable[Sequence[str]], step: int) -> None:
    counts = Counter(term for tokens in held for term in set(tokens))
    if not counts:
        return
    rows = [(guild or _EVERYBODY, term, term[::-1], step * n) for term, n in sorted(counts.items())]
    # Given to the driver as they are: an article has some dozens, and SQLAlchemy takes longer for each than
    # the database does.
    connection.exec_driver_sql(_COUNTED_BY[connection.dialect.name], rows)
    if step < 0:
        connection.execute(delete(vocabulary).where(vocabulary.c.passages <= 0))
