"""The terms of the word index, and how many passages hold each: what is told of the words of the articles.

They are counted for each guild by itself: what is told to a guild is told of the articles that it sees.
"""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

from sqlalchemy import (
    ColumnElement,
    Connection,
    TextClause,
    delete,
    func,
    select,
    text,
)

from corpus.catalogue import kept
from corpus.catalogue.listed import one_of
from corpus.catalogue.schema import passages, versions, vocabulary

_PARTS = 50  # looked up at once: databases limit the queries of a statement
_LAST = "\U0010ffff"  # comes after every term that begins with what it follows
_PASSAGES, _TOKENS = "passages", "tokens"
_EVERYBODY = ""  # what stands for no guild: a column of a primary key holds no NULL
_TOTAL = func.sum(vocabulary.c.passages)
_COUNTED = (
    select(vocabulary.c.term, _TOTAL)
    .where(one_of(vocabulary.c.guild, "guilds"), one_of(vocabulary.c.term, "terms"))
    .group_by(vocabulary.c.term)
)
_COUNT = (
    "INSERT INTO vocabulary (guild, term, reversed, passages) VALUES ({0}, {0}, {0}, {0}) "
    "ON CONFLICT (guild, term) DO UPDATE SET passages = vocabulary.passages + excluded.passages"
)
_COUNTED_BY = {"sqlite": _COUNT.format("?"), "postgresql": _COUNT.format("%s")}


@dataclass(frozen=True, slots=True)
class Statistics:
    """What BM25 needs of what a guild sees: passages, their mean length in tokens, counts by term."""

    passages: int
    mean_length: float
    frequencies: Mapping[str, int]


def count(connection: Connection, guild: str | None, held: Iterable[Sequence[str]], step: int) -> None:
    """Count the tokens of passages of a guild's articles in, by a `step` of 1, or out, by one of -1."""
    counts = Counter(term for tokens in held for term in set(tokens))
    if not counts:
        return
    rows = [(guild or _EVERYBODY, term, term[::-1], step * n) for term, n in sorted(counts.items())]
    # Given to the driver as they are: an article has some dozens, and SQLAlchemy takes longer for each than
    # the database does.
    connection.exec_driver_sql(_COUNTED_BY[connection.dialect.name], rows)
    if step < 0:
        connection.execute(delete(vocabulary).where(vocabulary.c.passages <= 0))


def clear(connection: Connection) -> None:
    """Forget what was counted."""
    connection.execute(delete(vocabulary))


def statistics(connection: Connection, wanted: Collection[str], guild: str | None) -> Statistics:
    """Count the live passages that `guild` sees, and those that hold each of the `wanted` terms."""
    size = kept.tally(connection, "size", partial(_sizes, connection), guild)
    counts = kept.each(connection, ("passages", guild), wanted, partial(_counts, connection, guild))
    mean_length = size.get(_TOKENS, 0) / max(size.get(_PASSAGES, 0), 1)
    held = {term: many for term, many in counts.items() if many}
    return Statistics(size.get(_PASSAGES, 0), mean_length, held)


def _counts(connection: Connection, guild: str | None, terms: Sequence[str]) -> dict[str, int]:
    """Return how many passages hold each of the terms, 0 for those that none does."""
    counted = connection.execute(_COUNTED, {"guilds": _guilds(guild), "terms": terms})
    return dict.fromkeys(terms, 0) | {term: int(many) for term, many in counted}


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
    return kept.each(
        connection, ("compounds", guild, limit), parts, partial(_looked_up, connection, guild, limit)
    )


def _looked_up(
    connection: Connection, guild: str | None, limit: int, parts: Sequence[str]
) -> dict[str, list[str]]:
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
    connection: Connection, beginnings: Collection[str], shortest: int, longest: int, guild: str | None
) -> dict[str, int]:
    """Return terms of what `guild` sees, of so many letters, that begin with one of `beginnings`, counted.

    No beginning may begin with another one.
    """
    bounds = {f"part{place}": one for place, one in enumerate(beginnings)}
    bounds |= {f"after{place}": one + _LAST for place, one in enumerate(beginnings)}
    statement = _spelt(connection.dialect.name, len(beginnings))
    within = {"shortest": shortest, "longest": longest}
    told = connection.scalar(statement, {**bounds, **_both(guild), **within})
    pairs = (one.rsplit("=", 1) for one in (told or "").split())
    return {term: int(many) for term, many in pairs}


@cache
def _spelt(dialect: str, beginnings: int) -> TextClause:
    """Return the statement for so many beginnings, which gives all terms in one text.

    Each beginning has a range of its own, for joined by OR they are not looked up in the index; and thousands
    of rows would take longer to come than to find.
    """
    one = """
        SELECT term, SUM(passages) AS held FROM vocabulary
        WHERE guild IN (:everybody, :guild) AND term BETWEEN :part{0} AND :after{0}
            AND length(term) BETWEEN :shortest AND :longest
        GROUP BY term
    """
    each = " UNION ALL ".join(one.format(place) for place in range(beginnings))
    joined = "group_concat" if dialect == "sqlite" else "string_agg"
    return text(f"SELECT {joined}(term || '=' || held, ' ') FROM ({each}) AS every")  # nosec B608  # noqa: S608 - no values


def _guilds(guild: str | None) -> list[str]:
    return [_EVERYBODY] if guild is None else [_EVERYBODY, guild]


def _both(guild: str | None) -> dict[str, str]:
    return {"everybody": _EVERYBODY, "guild": guild or _EVERYBODY}
