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
from retrieval.read_text import ReadText, read_text, word_by_word
from retrieval.sentence_models import embedding_model

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_BATCH = 32


def embedded_text(draft: Draft, span: Span) -> str:
    """Return what stands for a passage in the vector space: headline, outlet and date, then its text."""
    heading = ", ".join(str(part) for part in (draft.title, draft.outlet, draft.published) if part)
    return f"{heading}\n{span.of(draft.text)}" if heading else span.of(draft.text)


def embedded_sentence(draft: Draft, span: Span) -> str:
    """Return what stands for a sentence in the vector space: its headline, then the sentence."""
    return f"{draft.title}\n{span.of(draft.text)}" if draft.title else span.of(draft.text)


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

    def read(self, texts: Sequence[str]) -> list[ReadText]:
        """Return `texts` with a vector for each of their words, or parts of words.

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

    def read(self, texts: Sequence[str]) -> list[ReadText]:
        """Return `texts` with a vector for each of their words, or parts of words.

        A model that does not tell which characters its pieces stand for is given the words one by one.

        Raises:
            ModelUnavailable: the model cannot be loaded.
        """
        return [self._in_context(text) or word_by_word(text, self.embed) for text in texts]

    def _in_context(self, text: str) -> ReadText | None:
        tokenizer = self._model.tokenizer
        if not getattr(tokenizer, "is_fast", False):
            return None
        made = self._model.encode(text, output_value=None, show_progress_bar=False)
        cut = tokenizer(
            text, return_offsets_mapping=True, truncation=True, max_length=self._model.max_seq_length
        )
        offsets = np.array(cut["offset_mapping"], dtype=np.int64)
        vectors = made.get("token_embeddings")
        # With a prompt before the text, or without vectors of pieces, they do not belong together.
        if vectors is None or len(vectors) != len(offsets):
            return None
        return read_text(offsets, vectors.float().cpu().numpy())

    @cached_property
    def _model(self) -> SentenceTransformer:
        return embedding_model(self._name)

    def _weights_digest(self) -> str:
        digest = hashlib.sha256()
        for name, weights in sorted(self._model.state_dict().items()):
            digest.update(name.encode())
            digest.update(weights.contiguous().cpu().numpy().tobytes())
        return digest.hexdigest()[:16]
