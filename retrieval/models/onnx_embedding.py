"""Texts as vectors without torch."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from corpus.vector_space import Matrix, Model
from retrieval.models.beside import Beside
from retrieval.models.onnx_model import OnnxModel

_LONGEST = 256  # tokens; longer texts are cut, as the teacher cuts them


class OnnxEmbedder:
    """A folder with `model.onnx` and `tokenizer.json`, loaded when it is first needed.

    The graph gives unit vectors `embedding`, shape (texts, dimensions).
    """

    def __init__(self, identity: Model, folder: Path, threads: int) -> None:
        """Take the model's identity, its folder, and how many texts are computed at once."""
        self.identity = identity
        self._model = OnnxModel(folder, 1, _LONGEST)
        self._beside = Beside(threads)

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
        encoded = self._model.tokenizer.encode_batch(list(texts))
        # Texts beside each other, each on one core, are quicker than one after the other on all of them; and
        # who embeds text by text leaves the other cores to others.
        for place, vector in enumerate(self._beside.map(self._vector, [one.ids for one in encoded])):
            vectors[place] = vector
        return vectors

    def _vector(self, ids: Sequence[int]) -> Matrix:
        return self._model.given("embedding", ids)
