"""Where passages stand, with all that orders them: the texts are read for the best alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, select

from corpus.article import Span
from corpus.catalogue import rows, schema, vectors
from corpus.catalogue.listed import one_of
from corpus.catalogue.schema import passages, versions
from corpus.catalogue.selection import STATEMENTS, conditions
from corpus.dates import PartialDate
from corpus.filters import Filters
from corpus.vector_space import Matrix


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a version of an article, with the language and the date of that article."""

    version: int
    span: Span
    language: str | None
    published: PartialDate | None


def places(
    connection: Connection, model_id: int, passage_ids: Sequence[int], filters: Filters
) -> tuple[dict[int, Place], Matrix]:
    """Return the places of those of the passages that live, that `filters` allow and that have a vector.

    Their vectors of that model come with them, in the same order, shape (n, dimensions).
    """
    found = connection.execute(_places(filters), {"model": model_id, "ids": passage_ids}).all()
    placed = {
        passage: Place(version, Span(start, end), language, rows.date(published))
        for passage, start, end, version, language, published, _ in found
    }
    return placed, vectors.matrix([row[-1] for row in found])


@lru_cache(STATEMENTS)
def _places(filters: Filters) -> Select[Any]:
    held = schema.vectors.c
    wanted = select(
        passages.c.id,
        passages.c.start,
        passages.c.end,
        passages.c.version_id,
        versions.c.language,
        versions.c.published,
        held.vector,
    )
    return wanted.select_from(schema.vectors.join(passages).join(versions)).where(
        held.model_id == bindparam("model"), one_of(held.passage_id, "ids"), *conditions(filters)
    )
