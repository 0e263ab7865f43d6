"""Three ways to keep vectors and find the nearest that a server may see: Chroma, its server, and pgvector."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import chromadb
import psycopg
from chromadb.config import Settings

from corpus.vector_space import Matrix
from tests.servers import PostgreSQL, chroma_server

DIMENSIONS = 384
NEAREST = 10
GUILDS = ["", "1"]  # what a server sees: what is everyone's and its own
# Chroma's own defaults, for both.
_TABLE = f"""CREATE EXTENSION vector;
CREATE TABLE passages (id int PRIMARY KEY, guild text NOT NULL, embedding vector({DIMENSIONS}) NOT NULL);
CREATE INDEX ON passages USING hnsw (embedding vector_cosine_ops) WITH (m = 16, ef_construction = 100);
SET hnsw.ef_search = 100;
SET hnsw.iterative_scan = strict_order;"""
_NEAR = "SELECT id FROM passages WHERE guild = ANY(%s) ORDER BY embedding <=> %s::vector LIMIT %s"


@dataclass(frozen=True)
class Store:
    """One way to keep vectors: add those from a number on, and find the nearest."""

    add: Callable[[int, Matrix], None]
    nearest: Callable[[Matrix], list[int]]
    folder: Path


def guild(number: int) -> str:
    """Return whose the vector of a number is: everyone's, or of one of three servers."""
    return ("", "1", "2", "3")[number % 4]


@contextmanager
def embedded(folder: Path) -> Iterator[Store]:
    client: Any = chromadb.PersistentClient(folder, settings=Settings(anonymized_telemetry=False))
    with client:
        yield _chroma(client, folder)


@contextmanager
def served(folder: Path, *, by_condition: bool = False) -> Iterator[Store]:
    with chroma_server(folder) as server:
        own = Settings(anonymized_telemetry=False)
        client: Any = chromadb.HttpClient("127.0.0.1", server.port, settings=own)
        with client:
            yield _chroma(client, folder, by_condition=by_condition)


def _chroma(client: Any, folder: Path, *, by_condition: bool = False) -> Store:
    """Find as `retrieval.index.chroma_index` does, or by a condition alone."""
    held = client.create_collection(
        "passages", embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
    )

    def add(first: int, matrix: Matrix) -> None:
        numbers = range(first, first + len(matrix))
        held.upsert([str(one) for one in numbers], matrix, [{"guild": guild(one)} for one in numbers])

    def asked(question: Matrix, many: int, condition: dict[str, Any] | None = None) -> list[int]:
        found = held.query(query_embeddings=[question], n_results=many, where=condition, include=[])
        return [int(one) for one in found["ids"][0]]

    def nearest(question: Matrix) -> list[int]:
        for many in () if by_condition else (2 * NEAREST, 8 * NEAREST):
            seen = [one for one in asked(question, many) if guild(one) in GUILDS]
            if len(seen) >= NEAREST:
                return seen[:NEAREST]
        return asked(question, NEAREST, {"guild": {"$in": GUILDS}})

    return Store(add, nearest, folder)


@contextmanager
def pgvector(programs: Path) -> Iterator[Store]:
    folder = Path(tempfile.mkdtemp(prefix="newsdesk-pgvector-"))
    server = PostgreSQL(programs, folder, "-c fsync=on -c shared_buffers=512MB -c max_wal_size=4GB")
    try:
        server.make()
        server.start()
        address = server.url.replace("+psycopg", "")
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(_TABLE)
            yield Store(*_of_postgresql(connection), folder / "data" / "base")
    finally:
        server.stop()
        shutil.rmtree(folder)


def _of_postgresql(connection: psycopg.Connection) -> tuple[Callable[..., None], Callable[..., list[int]]]:
    def written(vector: Matrix) -> str:
        return f"[{','.join(map(str, vector.tolist()))}]"

    def add(first: int, matrix: Matrix) -> None:
        with connection.cursor() as cursor, cursor.copy("COPY passages FROM STDIN") as copy:
            for number, vector in enumerate(matrix, start=first):
                copy.write_row((number, guild(number), written(vector)))

    def nearest(question: Matrix) -> list[int]:
        return [one for (one,) in connection.execute(_NEAR, (GUILDS, written(question), NEAREST))]

    return add, nearest
