"""The vector index: the one door to Chroma.

Chroma holds ids, vectors and the few fields that filters need, never a text. Whatever it holds can
be made again from the catalogue without embedding, so what is broken is dropped and rebuilt.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

import chromadb
import numpy as np
import numpy.typing as npt
from chromadb.api import ClientAPI
from chromadb.api.client import Client
from chromadb.api.shared_system_client import SharedSystemClient
from chromadb.config import Settings

from corpus.article import Article
from corpus.catalogue import articles, facts, models, vectors
from corpus.catalogue.connection import Catalogue
from corpus.filters import Filters
from corpus.vector_space import Matrix, Model
from retrieval.chroma_fields import fields, where
from retrieval.errors import IndexUnavailable

_LOG = logging.getLogger(__name__)
_BATCH = 1000
T = TypeVar("T")


class ChromaIndex:
    """The live passages of a catalogue in a Chroma collection."""

    def __init__(
        self, catalogue: Catalogue, connect: Callable[[], ClientAPI], unfinished: Path | None = None
    ) -> None:
        """Take the catalogue to follow and a way to connect; see `embedded` and `served`.

        While Chroma is written, the file `unfinished` is there.
        """
        self._catalogue = catalogue
        self._unfinished = unfinished
        self._client = connect()
        with catalogue.reading() as connection:
            self._name = f"passages-{facts.identity(connection)}"

    def nearest(self, question: npt.NDArray[np.float32], k: int, filters: Filters) -> dict[int, float]:
        """Return about the `k` passages nearest to a unit vector, shape (dimensions,), with cosines.

        Raises:
            IndexUnavailable: Chroma does not answer.
        """
        with self._catalogue.reading() as connection:
            active = models.active(connection)
        if active is None:
            return {}
        found = _answered(
            lambda: self._collection(active[1]).query(
                query_embeddings=question[np.newaxis],
                n_results=k,
                where=where(filters),
                include=["distances"],
            )
        )
        distances = (found["distances"] or [[]])[0]
        return {int(name): 1.0 - distance for name, distance in zip(found["ids"][0], distances, strict=True)}

    def synchronise(self) -> tuple[int, int]:
        """Make Chroma hold exactly the catalogue's live passages; return how many came and went.

        Raises:
            IndexUnavailable: Chroma does not answer.
        """
        with self._catalogue.reading() as connection:
            active = models.active(connection)
            if active is None:
                return 0, 0
            with _noted(self._unfinished):
                wanted = set(vectors.indexable_ids(connection, active[0]))
                collection = _answered(lambda: self._collection(active[1]))
                held = {int(name) for name in _answered(lambda: collection.get(include=[])["ids"])}
                for batch in _batches(sorted(held - wanted)):
                    _delete(collection, batch)
                for batch in _batches(sorted(wanted - held)):
                    located = articles.located(connection, batch)
                    ids, matrix = vectors.read(connection, active[0], batch)
                    _put(collection, [(passage, located[passage][0]) for passage in ids], matrix)
                # Chroma finds some damage, and writes what it put off, only when it is searched.
                self.nearest(np.full(active[1].dimensions, 1.0, dtype=np.float32), 1, Filters())
        return len(wanted - held), len(held - wanted)

    def close(self) -> None:
        """Let go of the store, so that this process can open it anew."""
        if isinstance(self._client, Client):
            self._client.close()

    def _collection(self, model: Model) -> chromadb.Collection:
        """Return the collection of that model's vectors, empty where another model's was."""
        identity = f"{model.name}@{model.revision}"
        collection = self._client.get_or_create_collection(
            self._name,
            embedding_function=None,
            configuration={"hnsw": {"space": "cosine"}},
            metadata={"model": identity},
        )
        if (collection.metadata or {}).get("model") == identity:
            return collection
        self._client.delete_collection(self._name)
        return self._collection(model)


def embedded(folder: Path, catalogue: Catalogue) -> ChromaIndex:
    """Open the Chroma of `folder`, which only one process may do at a time, and bring it up to date.

    A store that does not open, or that a process left in the middle of a write, is rebuilt: on
    some damage Chroma's core does not raise but ends the whole process.

    Raises:
        IndexUnavailable: it cannot be made anew either.
    """
    try:
        return _opened(folder, catalogue)
    except IndexUnavailable:
        _LOG.warning(
            "The vector index in %s is damaged or unfinished; it is being rebuilt from the catalogue.", folder
        )
        SharedSystemClient.clear_system_cache()  # it keeps a system that failed to start
        shutil.rmtree(folder, ignore_errors=True)
        return _opened(folder, catalogue)


def served(url: str, token: str | None, catalogue: Catalogue) -> ChromaIndex:
    """Connect to the Chroma server at `url` and bring it up to date.

    Raises:
        IndexUnavailable: it does not answer.
    """
    address = urlsplit(url)
    secure = address.scheme == "https"
    index = ChromaIndex(
        catalogue,
        lambda: _answered(
            lambda: chromadb.HttpClient(
                host=address.hostname or "localhost",
                port=address.port or (443 if secure else 8000),
                ssl=secure,
                headers={"Authorization": f"Bearer {token}"} if token else None,
                settings=_settings(),
            )
        ),
    )
    return _up_to_date(index)


def _opened(folder: Path, catalogue: Catalogue) -> ChromaIndex:
    unfinished = folder / "unfinished"
    if unfinished.exists():
        raise IndexUnavailable("The vector index was left in the middle of a write.")
    _answered(lambda: folder.mkdir(parents=True, exist_ok=True))
    with _noted(unfinished):
        client = _answered(lambda: chromadb.PersistentClient(folder, settings=_settings()))
    return _up_to_date(ChromaIndex(catalogue, lambda: client, unfinished))


def _up_to_date(index: ChromaIndex) -> ChromaIndex:
    try:
        index.synchronise()
    except IndexUnavailable:
        index.close()
        raise
    return index


def _settings() -> Settings:
    """Return settings for one client: it writes its own address into them."""
    return Settings(anonymized_telemetry=False)


@contextmanager
def _noted(unfinished: Path | None) -> Iterator[None]:
    """Keep a file there until the work is done; it stays behind where the work fails or the process ends."""
    if unfinished:
        unfinished.touch()
    yield
    if unfinished:
        unfinished.unlink()


def _answered(ask: Callable[[], T]) -> T:
    try:
        return ask()
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    # Chroma's Rust core panics with an exception that is no Exception, and its client raises anything.
    except BaseException as error:
        raise IndexUnavailable(
            "The vector index (Chroma) does not answer: check CHROMA_URL, or run `newsdesk doctor`."
        ) from error


def _put(collection: chromadb.Collection, passages: Sequence[tuple[int, Article]], matrix: Matrix) -> None:
    _answered(
        lambda: collection.upsert(
            ids=[str(passage) for passage, _ in passages],
            embeddings=matrix,
            metadatas=[fields(article) for _, article in passages],
        )
    )


def _delete(collection: chromadb.Collection, passages: Sequence[int]) -> None:
    _answered(lambda: collection.delete(ids=[str(passage) for passage in passages]))


def _batches(ids: Sequence[int]) -> list[Sequence[int]]:
    return [ids[start : start + _BATCH] for start in range(0, len(ids), _BATCH)]
