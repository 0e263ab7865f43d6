"""Vectors of texts that are embedded again and again, computed once."""

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from corpus.vector_space import Matrix


def remembered(embed: Callable[[Sequence[str]], Matrix]) -> Callable[[Sequence[str]], Matrix]:
    """Return `embed`, but what it has given for a text it gives again."""
    vectors: dict[str, npt.NDArray[np.float32]] = {}

    def again(texts: Sequence[str]) -> Matrix:
        new = [text for text in dict.fromkeys(texts) if text not in vectors]
        if new:
            vectors.update(zip(new, embed(new), strict=True))
        return np.array([vectors[text] for text in texts], dtype=np.float32)

    return again
