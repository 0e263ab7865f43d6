"""Texts as vectors without torch."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from corpus.vector_space import Matrix, Model
from retrieval.onnx_model import OnnxModel

_LONGEST = 256  # tokens; longer texts are cut, as the teacher cuts them


class OnnxEmbedder:
    """A folder with `model.onnx` and `tokenizer.json`, loaded when it is first needed.

    The graph gives unit vectors `embedding`, shape (texts, dimensions).
    """

    def __init__(self, identity: Model, folder: Path, threads: int) -> None:
        """Take the model's identity, its folder, and how many threads compute."""
        self.identity = identity
        self._model = OnnxModel(folder, threads, _LONGEST)

    def load(self) -> None:
        """Load the model now, so that later calls take only their own time.

        Raises:
            ModelUnavailable: it cannot be loaded.
        """
        self._model.load()

    def embed(self, texts: Sequence[str]) -> Matrix:
        """Return unit vectors of `texts`, shape (len(texts), dimensions); long texts are cut.

        Raises:
            ModelUnavailable: the model cannot be loaded.
        """
        self.load()
        vectors = np.zeros((len(texts), self.identity.dimensions), dtype=np.float32)
        for place, encoded in enumerate(self._model.tokenizer.encode_batch(list(texts))):
            vectors[place] = self._model.given("embedding", encoded.ids)
        return vectors
