"""Cutting articles into passages and embedding them with the model of the catalogue."""

from collections.abc import Mapping, Sequence
from itertools import accumulate

from corpus.article import Draft, Span
from corpus.catalogue import models
from corpus.catalogue.connection import Catalogue, Connection
from corpus.catalogue.versioning import Embedded
from corpus.passages import passages
from retrieval.models.embedding import Embedder, embedded_text
from retrieval.search.search import require_comparable


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
        texts = [embedded_text(draft, span) for draft, spans in cut.items() for span in spans]
        if not texts:
            return {}
        with self._catalogue.reading() as connection:
            self._active(connection)
        vectors = self._embedder.embed(texts)
        ends = list(accumulate(len(spans) for spans in cut.values()))
        return {
            draft: Embedded(spans, vectors[end - len(spans) : end])
            for (draft, spans), end in zip(cut.items(), ends, strict=True)
        }

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

    def _active(self, connection: Connection) -> int | None:
        active = models.active(connection)
        if active is None:
            return None
        require_comparable(active[1], self._embedder.identity)
        return active[0]


def cut(draft: Draft) -> Sequence[Span]:
    """Return the passages that an article is cut into."""
    return passages(draft.text, draft.language)
