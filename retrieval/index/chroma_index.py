"""The live passages of a catalogue in a Chroma collection."""

from collections.abc import Callable, Sequence
from pathlib import Path

import chromadb
import numpy as np
import numpy.typing as npt
from chromadb.api import ClientAPI
from chromadb.api.client import Client

from corpus.article import Article
from corpus.catalogue import articles, facts, journal, models, vectors
from corpus.catalogue.connection import Catalogue
from corpus.filters import Filters
from corpus.vector_space import Matrix, Model
from retrieval.index.chroma_errors import answered, noted
from retrieval.index.chroma_fields import FORMAT, fields, where

_BATCH = 1000


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
        self._synchronised_to = -1
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
        found = answered(
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
            latest, active = journal.latest(connection), models.active(connection)
            if active is None:
                self._synchronised_to = latest
                return 0, 0
            with noted(self._unfinished):
                wanted = set(vectors.indexable_ids(connection, active[0]))
                collection = answered(lambda: self._collection(active[1]))
                held = {int(name) for name in answered(lambda: collection.get(include=[])["ids"])}
                for batch in _batches(sorted(held - wanted)):
                    _delete(collection, batch)
                for batch in _batches(sorted(wanted - held)):
                    located = articles.located(connection, batch)
                    ids, matrix = vectors.read(connection, active[0], batch)
                    _put(collection, [(passage, located[passage][0]) for passage in ids], matrix)
                # Chroma finds some damage, and writes what it put off, only when it is searched.
                self.nearest(np.full(active[1].dimensions, 1.0, dtype=np.float32), 1, Filters())
        self._synchronised_to = latest
        return len(wanted - held), len(held - wanted)

    def is_in_step(self, change: int) -> bool:
        """Tell whether this process has synchronised since the change of that number was made."""
        return self._synchronised_to >= change

    @property
    def synchronised_to(self) -> int:
        """The newest change that was there when this process synchronised last; -1 before it did."""
        return self._synchronised_to

    def close(self) -> None:
        """Let go of the store, so that this process can open it anew."""
        if isinstance(self._client, Client):
            self._client.close()

    def _collection(self, model: Model) -> chromadb.Collection:
        """Return the collection of that model's vectors; one of another model or other fields is emptied."""
        identity = f"{model.name}@{model.revision}/{FORMAT}"
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


def _put(collection: chromadb.Collection, passages: Sequence[tuple[int, Article]], matrix: Matrix) -> None:
    answered(
        lambda: collection.upsert(
            ids=[str(passage) for passage, _ in passages],
            embeddings=matrix,
            metadatas=[fields(article) for _, article in passages],
        )
    )


def _delete(collection: chromadb.Collection, passages: Sequence[int]) -> None:
    answered(lambda: collection.delete(ids=[str(passage) for passage in passages]))


def _batches(ids: Sequence[int]) -> list[Sequence[int]]:
    return [ids[start : start + _BATCH] for start in range(0, len(ids), _BATCH)]
