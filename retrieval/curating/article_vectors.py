"""Cutting articles into passages and embedding them with the model of the catalogue."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import TypeVar

from corpus.article import Draft, Span
from corpus.catalogue import models
from corpus.catalogue.connection import Catalogue, Connection
from corpus.catalogue.versioning import Embedded, Found, found_by
from corpus.passages import passages
from corpus.vector_space import Matrix
from retrieval.curating.embedding_ahead import embedded_ahead
from retrieval.models.embedding import Embedder, embedded_text
from retrieval.search.search import require_comparable

_Batch = TypeVar("_Batch")


class ArticleVectors:
    """Makes the passages of articles ready for one catalogue."""

    def __init__(self, catalogue: Catalogue, embedder: Embedder) -> None:
        self._catalogue = catalogue
        self._embedder = embedder

    def of(self, cut: Mapping[Draft, Sequence[Span]]) -> dict[Draft, Embedded]:
        """Return articles, given with their passages, with the vectors of those.

        Raises:
            ModelChanged: the catalogue was embedded by another model.
            ModelUnavailable: the model cannot be loaded.
        """
        texts = self._texts(cut)
        return _embedded(cut, self._embedder.embed(texts), _found(cut)) if texts else {}

    def ahead(
        self, batches: Iterable[tuple[_Batch, Mapping[Draft, Sequence[Span]]] | None]
    ) -> Iterator[tuple[_Batch, dict[Draft, Embedded]]]:
        """Yield batches in their order, each with the vectors of its articles, those given with passages.

        The next one is embedded while the caller has one; see `embedded_ahead`.

        Raises:
            ModelChanged: the catalogue was embedded by another model.
            ModelUnavailable: the model cannot be loaded.
        """
        for (batch, cut, found), vectors in embedded_ahead(self._embedder, self._begun(batches)):
            yield batch, _embedded(cut, vectors, found)

    def _begun(
        self, batches: Iterable[tuple[_Batch, Mapping[Draft, Sequence[Span]]] | None]
    ) -> Iterator[tuple[tuple[_Batch, Mapping[Draft, Sequence[Span]], dict[Draft, Found]], list[str]] | None]:
        """Yield batches with their texts; what else they are found by comes while those are embedded."""
        for one in batches:
            if one is None:
                yield None
                continue
            batch, cut = one
            found: dict[Draft, Found] = {}
            yield (batch, cut, found), self._texts(cut)
            found |= _found(cut)

    def of_one(self, draft: Draft) -> Embedded:
        """Return one article's passages with their vectors.

        Raises:
            ModelChanged: the catalogue was embedded by another model.
            ModelUnavailable: the model cannot be loaded.
        """
        return self.of({draft: cut(draft)})[draft]

    def ensure_model(self, connection: Connection) -> int:
        """Return the id of the model in the catalogue, which takes it for its own if it has none.

        Raises:
            ModelChanged: the catalogue was embedded by another model.
        """
        # Vectors computed in another way join those in use: under a model of their own nothing found them.
        active = self._active(connection)
        return models.remember(connection, self._embedder.identity) if active is None else active

    def _texts(self, cut: Mapping[Draft, Sequence[Span]]) -> list[str]:
        """Return what stands for the passages of articles, once it is sure that the model is that in use."""
        texts = [embedded_text(draft, span) for draft, spans in cut.items() for span in spans]
        if texts:
            with self._catalogue.reading() as connection:
                self._active(connection)
        return texts

    def _active(self, connection: Connection) -> int | None:
        active = models.active(connection)
        if active is None:
            return None
        require_comparable(active[1], self._embedder.identity)
        return active[0]


def _found(cut: Mapping[Draft, Sequence[Span]]) -> dict[Draft, Found]:
    return {draft: found_by(draft, spans) for draft, spans in cut.items()}


def _embedded(
    cut: Mapping[Draft, Sequence[Span]], vectors: Matrix, found: Mapping[Draft, Found]
) -> dict[Draft, Embedded]:
    ends = list(accumulate(len(spans) for spans in cut.values()))
    return {
        draft: Embedded(spans, vectors[end - len(spans) : end], found.get(draft))
        for (draft, spans), end in zip(cut.items(), ends, strict=True)
    }


def cut(draft: Draft) -> Sequence[Span]:
    """Return the passages that an article is cut into."""
    return passages(draft.text, draft.language)
