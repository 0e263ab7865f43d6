"""A model whose vectors are off by as much as those of two processors may be."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from corpus.vector_space import Matrix, Model
from retrieval.models.embedding import Embedder


@dataclass(frozen=True, slots=True)
class PerturbedEmbedder:
    """Another embedder, with noise that has this cosine with each true vector.

    The noise of a text is drawn from the text and the seed: it is the same in each process and at each call.
    """

    embedder: Embedder
    cosine: float
    seed: int

    @property
    def identity(self) -> Model:
        return self.embedder.identity

    def load(self) -> None:
        self.embedder.load()

    def embed(self, texts: Sequence[str]) -> Matrix:
        made = self.embedder.embed(texts)
        for place, text in enumerate(texts):
            made[place] = self._turned(text, made[place : place + 1])[0]
        return made

    def _turned(self, text: str, vectors: Matrix) -> Matrix:
        """Turn each vector by the same angle in a direction of its own, and keep its length."""
        digest = hashlib.sha256(f"{self.seed} {text}".encode()).digest()
        drawn = np.random.default_rng(list(digest)).standard_normal(vectors.shape)
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        units = vectors / np.maximum(lengths, np.finfo(np.float32).tiny)
        across = drawn - np.sum(drawn * units, axis=1, keepdims=True) * units
        across /= np.linalg.norm(across, axis=1, keepdims=True)
        turned = self.cosine * units + np.sqrt(1 - self.cosine**2) * across
        return np.asarray(turned * lengths, dtype=np.float32)
