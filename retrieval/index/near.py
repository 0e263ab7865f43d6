"""What a vector index knows of the passages nearest to a question; the catalogue says which may be used."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from corpus.filters import Filters
from corpus.vector_space import Model


@dataclass(frozen=True, slots=True)
class Near:
    """Passages that may be the nearest; `complete` says that there are no more to ask for."""

    passages: Sequence[int]
    complete: bool = True


class NearByNearest:
    """An index that knows by itself what may be used: what is near is what is nearest, and complete."""

    def nearest(self, question: npt.NDArray[np.float32], k: int, filters: Filters) -> dict[int, float]:
        """Return the `k` passages nearest to a unit vector, shape (dimensions,), with cosines."""
        raise NotImplementedError

    def near(
        self,
        _model: Model,
        question: npt.NDArray[np.float32],
        k: int,
        filters: Filters,
        _tried: int = 0,
    ) -> Near:
        """Return the same passages without their cosines.

        Raises:
            IndexUnavailable: Chroma does not answer.
        """
        return Near(list(self.nearest(question, k, filters)))
