"""A collection in Chroma: the vectors of one model, put in, taken out, listed and searched."""

from collections.abc import Sequence
from contextlib import suppress

import chromadb
import numpy as np
import numpy.typing as npt
from chromadb.api import ClientAPI
from chromadb.api.client import Client
from chromadb.api.types import Where
from chromadb.errors import NotFoundError

from corpus.article import Article
from corpus.vector_space import Matrix, Model
from retrieval.index.chroma_difference import Held
from retrieval.index.chroma_errors import answered
from retrieval.index.chroma_fields import FORMAT, fields

# How many vectors Chroma keeps in view while it looks for the nearest (its ef_search, 100 by itself): a
# fiftieth of all, where it finds 0.99 of the ten nearest (docs/scaling.md), in steps: it seldom changes.
_IN_VIEW = (100, 200, 400, 1000)
_PASSAGES_A_VIEW = 50


class ChromaCollection:
    """The collection of a name; every method may raise IndexUnavailable, where Chroma does not answer."""

    def __init__(self, client: ClientAPI, name: str) -> None:
        self._client = client
        self._name = name
        self._held: chromadb.Collection | None = None

    def nearest(
        self, model: Model, question: npt.NDArray[np.float32], wanted: int, condition: Where | None
    ) -> list[int] | None:
        """Return the passages nearest to a unit vector, nearest first; None where there are none of a model.

        Args:
            model: whose vectors are compared.
            question: shape (dimensions,).
            wanted: how many passages.
            condition: what their fields must fulfil.
        """
        return answered(lambda: self._nearest(model, question, wanted, condition))

    def _nearest(
        self, model: Model, question: npt.NDArray[np.float32], wanted: int, condition: Where | None
    ) -> list[int] | None:
        held = self._held
        if held is not None and _is_of(held, model):
            with suppress(NotFoundError):  # it was made anew, or is gone
                return _asked(held, question, wanted, condition)
        try:
            held = self._client.get_collection(self._name, embedding_function=None)
        except NotFoundError:
            return None
        if not _is_of(held, model):
            return None
        self._held = held
        return _asked(held, question, wanted, condition)

    def of(self, model: Model) -> chromadb.Collection:
        """Return the collection for vectors of that model; one of others, or of other fields, is emptied."""
        return answered(lambda: self._of(model))

    def _of(self, model: Model) -> chromadb.Collection:
        collection = self._client.get_or_create_collection(
            self._name,
            embedding_function=None,
            configuration={"hnsw": {"space": "cosine"}},
            metadata={"model": _identity(model)},
        )
        if _is_of(collection, model):
            return collection
        self._client.delete_collection(self._name)
        return self._of(model)

    def close(self) -> None:
        """Let go of the store, so that this process can open it anew."""
        if isinstance(self._client, Client):
            self._client.close()


def in_view(passages: int) -> int:
    """Return how many vectors are to be kept in view among so many."""
    return next((one for one in _IN_VIEW if one * _PASSAGES_A_VIEW >= passages), _IN_VIEW[-1])


def look_far_enough(collection: chromadb.Collection, passages: int) -> None:
    """Tell a collection how far to look among so many passages, where it was told otherwise.

    Chroma reads that when it loads the vectors: an embedded one at the first search after it is opened, a
    server when it is started.
    """
    far = in_view(passages)
    kept = collection.configuration_json.get("hnsw")
    if kept and kept.get("ef_search") != far:
        answered(lambda: collection.modify(configuration={"hnsw": {"ef_search": far}}))


def held(collection: chromadb.Collection) -> Held:
    """Return what a collection holds, asked for when it is needed."""

    def names(some: Sequence[str] | None) -> list[str]:
        return answered(lambda: collection.get(None if some is None else list(some), include=[])["ids"])

    return Held(lambda: answered(collection.count), names)


def put(collection: chromadb.Collection, passages: Sequence[tuple[int, Article]], matrix: Matrix) -> None:
    """Put passages of articles in with their vectors, shape (passages, dimensions)."""
    answered(
        lambda: collection.upsert(
            ids=[str(passage) for passage, _ in passages],
            embeddings=matrix,
            metadatas=[fields(article) for _, article in passages],
        )
    )


def delete(collection: chromadb.Collection, passages: Sequence[int]) -> None:
    """Take passages out."""
    answered(lambda: collection.delete(ids=[str(passage) for passage in passages]))


def _asked(
    collection: chromadb.Collection,
    question: npt.NDArray[np.float32],
    wanted: int,
    condition: Where | None,
) -> list[int]:
    found = collection.query(
        query_embeddings=question[np.newaxis], n_results=wanted, where=condition, include=[]
    )
    return [int(name) for name in found["ids"][0]]


def _is_of(collection: chromadb.Collection, model: Model) -> bool:
    return (collection.metadata or {}).get("model") == _identity(model)


def _identity(model: Model) -> str:
    """Return what a collection of that model's vectors is marked with."""
    return f"{model.name}@{model.revision}/{FORMAT}"
