"""Texts as vectors, and what stands for a passage among them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

import numpy as np

from corpus.article import Draft, Span
from corpus.vector_space import Matrix, Model
from retrieval.errors import ModelUnavailable
from retrieval.models.sentence_models import embedding_model

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_BATCH = 32


def embedded_text(draft: Draft, span: Span) -> str:
    """Return what stands for a passage in the vector space: its heading, then its text."""
    above = heading(draft)
    return f"{above}\n{span.of(draft.text)}" if above else span.of(draft.text)


def heading(draft: Draft) -> str:
    """Return what a passage is embedded and read under: headline, outlet and date, where they are known."""
    return ", ".join(str(part) for part in (draft.title, draft.outlet, draft.published) if part)


class Embedder(Protocol):
    """Turns texts into vectors: the bundled model, or any of sentence-transformers."""

    @property
    def identity(self) -> Model:
        """The model's name, revision and dimensions."""
        ...

    def load(self) -> None:
        """Load the model now, so that later calls take only their own time.

        Raises:
            ModelUnavailable: it cannot be loaded.
        """
        ...

    def embed(self, texts: Sequence[str]) -> Matrix:
        """Return unit vectors of `texts`, shape (len(texts), dimensions).

        Raises:
            ModelUnavailable: the model cannot be loaded.
        """
        ...


class SentenceEmbedder:
    """Any sentence-transformers model, loaded when it is first needed."""

    def __init__(self, name: str) -> None:
        """Take the model's folder, or its name on a hub."""
        self._name = name

    @cached_property
    def identity(self) -> Model:
        """The model's name, revision and dimensions; loads it.

        Raises:
            ModelUnavailable: it cannot be loaded.
        """
        dimensions = self._model.get_embedding_dimension()
        if dimensions is None:
            raise ModelUnavailable(
                f"{self._name!r} is no sentence embedding model: choose another EMBEDDING_MODEL."
            )
        return Model(self._name, self._weights_digest(), dimensions)

    def load(self) -> None:
        """Load the model now, so that later calls take only their own time.

        Raises:
            ModelUnavailable: it cannot be loaded.
        """
        if "_model" not in self.__dict__:
            # The first text through a model costs many times what the next ones do.
            self._model.encode("warm", show_progress_bar=False)

    def embed(self, texts: Sequence[str]) -> Matrix:
        """Return unit vectors of `texts`, shape (len(texts), dimensions).

        Texts are cut at the model's own greatest length.

        Raises:
            ModelUnavailable: the model cannot be loaded.
        """
        if not texts:
            return np.zeros((0, self.identity.dimensions), dtype=np.float32)
        vectors = self._model.encode(
            list(texts), batch_size=_BATCH, normalize_embeddings=True, show_progress_bar=False
        )
        return np.asarray(vectors, dtype=np.float32)

    @cached_property
    def _model(self) -> SentenceTransformer:
        return embedding_model(self._name)

    def _weights_digest(self) -> str:
        digest = hashlib.sha256()
        for name, weights in sorted(self._model.state_dict().items()):
            digest.update(name.encode())
            digest.update(weights.contiguous().cpu().numpy().tobytes())
        return digest.hexdigest()[:16]
