"""Which passages hold the words that are looked for, best first, and how often they hold them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, select, text

from corpus.catalogue import kept, words
from corpus.catalogue.listed import one_of
from corpus.catalogue.schema import passages, versions
from corpus.catalogue.selection import STATEMENTS, conditions
from corpus.filters import Filters

_MORE = 4  # times as many as are wanted, of which some may not be allowed


@dataclass(frozen=True, slots=True)
class Held:
    """What BM25 needs of a passage: its length in tokens, and how often it holds terms."""

    length: int
    times: Mapping[str, int]

    @classmethod
    def of(cls, tokens: Sequence[str], terms: Collection[str] | None = None) -> Held:
        """Count the tokens of a passage, all of them or those among `terms`."""
        return cls(len(tokens), Counter(one for one in tokens if terms is None or one in terms))


def candidates(
    connection: Connection,
    wanted: Sequence[str],
    filters: Filters,
    limit: int,
    required: Sequence[str] = (),
) -> dict[int, Held]:
    """Return up to `limit` passages that hold any of the `wanted` terms, best first, and how they hold them.

    They are live ones that `filters` allow; the order is FTS5's BM25, or PostgreSQL's `ts_rank`. Each of the
    `required` terms must stand in a passage; with no `wanted` ones these alone count.
    """
    if not (wanted or required):
        return {}
    known = None if required else _known(connection, wanted, filters, limit)
    if known is not None:
        return known
    dialect, terms = connection.dialect.name, {*wanted, *required}
    found = connection.execute(
        _matching(dialect, filters), {"query": _query(dialect, wanted, required), "most": limit}
    )
    return {passage: Held.of(tokens.split(), terms) for passage, tokens in found}


def _known(
    connection: Connection, wanted: Sequence[str], filters: Filters, limit: int
) -> dict[int, Held] | None:
    """Return the same from words that are kept; None where they do not tell."""
    ranked = kept.best(connection, wanted, limit * _MORE)
    if ranked is None:
        return None
    best = ranked.passages
    lengths = _allowed(connection, best[:limit], filters)
    if len(lengths) < min(limit, len(best)):
        lengths = _allowed(connection, best, filters)
    if len(lengths) < limit and len(best) >= limit * _MORE:
        return None
    which = list(islice((place for place, one in enumerate(best) if one in lengths), limit))
    found = [best[place] for place in which]
    # A passage that FTS5 parts into other tokens than `corpus.tokens` does is counted by these.
    parted = [one for one in found if ranked.length(one) != lengths[one]]
    counted = zip(found, ranked.times(which), strict=True)
    held = {passage: Held(lengths[passage], times) for passage, times in counted}
    read = words.held(connection, parted) if parted else {}
    return held | {one: Held.of(tokens, wanted) for one, tokens in read.items()}


def _allowed(connection: Connection, some: Sequence[int], filters: Filters) -> dict[int, int]:
    """Return those of the passages that live and that `filters` allow, with their lengths in tokens."""
    found = connection.execute(_lengths(filters), {"ids": some})
    return {passage: length for passage, length in found}  # noqa: C416 - rows


@lru_cache(STATEMENTS)
def _lengths(filters: Filters) -> Select[Any]:
    wanted = select(passages.c.id, passages.c.length).select_from(passages.join(versions))
    return wanted.where(one_of(passages.c.id, "ids"), *conditions(filters))


@lru_cache(STATEMENTS)
def _matching(dialect: str, filters: Filters) -> Select[Any]:
    match, order = _order(dialect)
    return (
        select(text("words.rowid, words.tokens"))
        .select_from(text("words"))
        .join(passages, text("passages.id = words.rowid"))
        .join(versions)
        .where(match, *conditions(filters))
        .order_by(order, passages.c.id)
        .limit(bindparam("most"))
    )


def _order(dialect: str) -> tuple[ColumnElement[bool], ColumnElement[float]]:
    if dialect == "sqlite":
        return text("words MATCH :query"), text("bm25(words)")  # type: ignore[return-value]
    matches = text("words.lexemes @@ CAST(:query AS tsquery)")
    return matches, text("ts_rank(words.lexemes, CAST(:query AS tsquery)) DESC")  # type: ignore[return-value]


def _query(dialect: str, wanted: Sequence[str], required: Sequence[str]) -> str:
    if dialect == "sqlite":
        return _joined([f'"{term}"' for term in wanted], [f'"{term}"' for term in required], " OR ", " AND ")
    return _joined([_lexeme(term) for term in wanted], [_lexeme(term) for term in required], " | ", " & ")


def _lexeme(term: str) -> str:
    return "'" + term.replace("'", "''") + "'"


def _joined(wanted: Sequence[str], required: Sequence[str], either: str, both: str) -> str:
    return both.join([*required, *([f"({either.join(wanted)})"] if wanted else [])])
