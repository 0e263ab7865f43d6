"""Filling a catalogue with many passages at once, by the functions that adding one uses."""

from __future__ import annotations

import datetime
import time

from sqlalchemy import func, insert, select

from corpus.article import Draft
from corpus.catalogue import models, rows, vectors, words
from corpus.catalogue.connection import Catalogue, Connection
from corpus.catalogue.schema import changes, passages, versions
from corpus.tokens import tokens
from retrieval.curating.article_vectors import cut
from retrieval.models.embedding import Embedder, embedded_text
from tests.benchmarks.a_million import rule

BATCH = 10_000  # passages in one transaction, and taken into Chroma at once
_AT = datetime.datetime(2026, 11, 29, tzinfo=datetime.UTC)


def held(catalogue: Catalogue) -> int:
    """Return how many passages there are."""
    with catalogue.reading() as connection:
        return connection.scalar(select(func.count()).select_from(passages)) or 0


def fill(catalogue: Catalogue, embedder: Embedder, first: int, count: int) -> float:
    """Write passages, and return the seconds that it took: one transaction, with journal and words."""
    made = list(rule.passages(first, count))
    begun = time.perf_counter()
    with catalogue.writing() as connection:
        _write(connection, embedder, made)
    return time.perf_counter() - begun


def _write(connection: Connection, embedder: Embedder, made: list[tuple[str | None, Draft]]) -> None:
    spans = [cut(draft) for _, draft in made]
    if any(len(one) != 1 for one in spans):
        raise AssertionError("an article made by rule is one passage")
    model_id = models.remember(connection, embedder.identity)
    version = (connection.scalar(select(func.max(versions.c.id))) or 0) + 1
    passage = (connection.scalar(select(func.max(passages.c.id))) or 0) + 1
    names = [rows.article_id(draft, guild) for guild, draft in made]
    indexed = [
        tokens(f"{draft.title}\n{one[0].of(draft.text)}", ["en"])
        for (_, draft), one in zip(made, spans, strict=True)
    ]
    connection.execute(
        insert(versions),
        [
            {
                "id": version + n,
                "article_id": names[n],
                "live": True,
                "guild": guild,
                "added": _AT,
                **rows.columns(draft),
            }
            for n, (guild, draft) in enumerate(made)
        ],
    )
    connection.execute(
        insert(passages),
        [
            {
                "id": passage + n,
                "version_id": version + n,
                "start": one[0].start,
                "end": one[0].end,
                "length": len(indexed[n]),
            }
            for n, one in enumerate(spans)
        ],
    )
    matrix = embedder.embed(
        [embedded_text(draft, one[0]) for (_, draft), one in zip(made, spans, strict=True)]
    )
    vectors.put(connection, model_id, {passage + n: row for n, row in enumerate(matrix)})
    for guild in dict.fromkeys(guild for guild, _ in made):
        words.put(
            connection, guild, {passage + n: indexed[n] for n, (own, _) in enumerate(made) if own == guild}
        )
    connection.execute(
        insert(changes),
        [
            {
                "at": _AT,
                "actor": "made",
                "guild": guild,
                "action": "add",
                "article_id": names[n],
                "before": None,
                "after": version + n,
                "undoes": None,
            }
            for n, (guild, _) in enumerate(made)
        ],
    )
