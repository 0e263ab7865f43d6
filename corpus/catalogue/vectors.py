"""The passages' vectors, kept beside the passages: embedding is the dear step."""

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection, Select, bindparam, func, insert, select

from corpus.article import Article, Span
from corpus.catalogue import rows
from corpus.catalogue.listed import one_of
from corpus.catalogue.schema import passages, vectors, versions
from corpus.catalogue.selection import STATEMENTS, among, conditions
from corpus.filters import Filters
from corpus.vector_space import Matrix

_AT_ONCE = 2000  # vectors read at once: 3 MB
_STORED = "<f4"  # little-endian 32-bit floats, on every machine
_OF_SOME = select(vectors.c.passage_id, vectors.c.vector).where(
    vectors.c.model_id == bindparam("model"), one_of(vectors.c.passage_id, "ids")
)


def put(connection: Connection, model_id: int, computed: Mapping[int, npt.NDArray[np.float32]]) -> None:
    """Keep vectors, given by passage id."""
    values = [
        {"passage_id": passage, "model_id": model_id, "vector": vector.astype(_STORED).tobytes()}
        for passage, vector in computed.items()
    ]
    if values:
        connection.execute(insert(vectors), values)


def read(connection: Connection, model_id: int, passage_ids: Sequence[int]) -> tuple[list[int], Matrix]:
    """Return the ids found and their vectors, shape (n, dimensions)."""
    return _matrix(connection, _OF_SOME, model=model_id, ids=list(passage_ids))


def read_all(connection: Connection, model_id: int) -> tuple[npt.NDArray[np.int64], Matrix]:
    """Return the ids of all passages, live or not, in order, and their vectors, shape (n, dimensions).

    Which of them live is told by `live_ids`: looking that up here took longer than to read the vectors.
    """
    many = count(connection, model_id)
    rows_of = connection.execute(_of_model(model_id)).partitions(_AT_ONCE)
    ids, matrix = np.empty(many, np.int64), np.empty((0, 0), np.float32)
    filled = 0
    for some in rows_of:
        part = np.frombuffer(b"".join(row.vector for row in some), dtype=_STORED).reshape(len(some), -1)
        if not filled:
            matrix = np.empty((many, part.shape[1]), np.float32)
        matrix[filled : filled + len(some)] = part
        ids[filled : filled + len(some)] = [row.passage_id for row in some]
        filled += len(some)
    order = np.argsort(ids)
    return (ids, matrix) if np.array_equal(ids, ids[order]) else (ids[order], matrix[order])


def count(connection: Connection, model_id: int | None = None) -> int:
    """Return how many vectors there are, of all models or of one, of passages that live or not."""
    wanted = select(func.count()).select_from(vectors)
    return (
        connection.scalar(wanted if model_id is None else wanted.where(vectors.c.model_id == model_id)) or 0
    )


def of_version(
    connection: Connection, model_id: int, version: int, filters: Filters | None = None
) -> tuple[list[int], Matrix]:
    """Return the ids and vectors of a version's passages; with `filters`, none if they leave it out."""
    where = [versions.c.id == version, *([] if filters is None else conditions(filters))]
    wanted = _of_model(model_id).select_from(vectors.join(passages).join(versions)).where(*where)
    return _matrix(connection, wanted.order_by(vectors.c.passage_id))


def read_allowed(
    connection: Connection, model_id: int, passage_ids: Sequence[int], filters: Filters
) -> tuple[list[int], Matrix]:
    """Return which of the ids are of live passages that `filters` allow, and their vectors."""
    return _matrix(connection, _of_allowed(filters), model=model_id, ids=list(passage_ids))


def live_ids(connection: Connection, filters: Filters | None = None) -> list[int]:
    """Return the ids of the live passages in order, or of those that `filters` allow."""
    where = [versions.c.live.is_(True)] if filters is None else conditions(filters)
    wanted = select(passages.c.id).join(versions).where(*where).order_by(passages.c.id)
    return list(connection.execute(wanted).scalars())


def indexable_ids(connection: Connection, model_id: int, numbers: Collection[int] | None = None) -> list[int]:
    """Return the ids of the live passages that have a vector of that model, in order; all, or of versions."""
    live = select(passages.c.id).join(versions).join(vectors, vectors.c.passage_id == passages.c.id)
    wanted = live.where(versions.c.live.is_(True), vectors.c.model_id == model_id)
    if numbers is None:
        return list(connection.execute(wanted.order_by(passages.c.id)).scalars())
    return _of_some(connection, wanted, numbers)


def passages_of(connection: Connection, numbers: Collection[int]) -> list[int]:
    """Return the ids of the passages of versions, live or not, in order."""
    return _of_some(connection, select(passages.c.id).join(versions), numbers)


def _of_some(connection: Connection, wanted: Select[Any], numbers: Collection[int]) -> list[int]:
    return sorted(one for some in among(numbers) for one in connection.scalars(wanted.where(some)))


def lacking(connection: Connection, model_id: int, limit: int) -> list[tuple[int, Article, Span]]:
    """Return up to `limit` passages, live or not, that have no vector of that model."""
    has = select(vectors.c.passage_id).where(
        vectors.c.model_id == model_id, vectors.c.passage_id == passages.c.id
    )
    wanted = (
        select(passages.c.id.label("passage_id"), passages.c.start, passages.c.end, *versions.c)
        .select_from(passages.join(versions))
        .where(~has.exists())
        .order_by(versions.c.live.desc(), passages.c.id)
        .limit(limit)
    )
    return [
        (row.passage_id, rows.article(row), Span(row.start, row.end)) for row in connection.execute(wanted)
    ]


@lru_cache(STATEMENTS)
def _of_allowed(filters: Filters) -> Select[tuple[int, bytes]]:
    return _OF_SOME.select_from(vectors.join(passages).join(versions)).where(*conditions(filters))


def _of_model(model_id: int) -> Select[tuple[int, bytes]]:
    return select(vectors.c.passage_id, vectors.c.vector).where(vectors.c.model_id == model_id)


def _matrix(connection: Connection, wanted: Select[Any], **values: object) -> tuple[list[int], Matrix]:
    found = connection.execute(wanted, values).all()
    return [row.passage_id for row in found], matrix([row.vector for row in found])


def matrix(stored: Sequence[bytes]) -> Matrix:
    """Return vectors as the catalogue stores them as an array, shape (n, dimensions)."""
    stacked = np.frombuffer(b"".join(stored), dtype=_STORED)
    shape = (len(stored), stacked.size // len(stored)) if stored else (0, 0)
    return stacked.reshape(shape).astype(np.float32, copy=False)
