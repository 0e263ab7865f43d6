"""Grouping questions that ask the same, whichever words or language they use."""

from collections.abc import Sequence

import numpy as np

from corpus.vector_space import Matrix
from retrieval.models.embedding import Embedder

# Of pairs in Dutch and English written for this, with the bundled model: joins 12 of 17 that ask the same
# and 2 of 19 that do not, which are those with one name or one word changed. Lower joins "when" with "what
# does it cost" of one thing; tests/retrieval/test_grouping.py has the pairs. None of them has a cosine
# between 0.825 and 0.857: vectors of another processor move by less than what is left on either side.
ALIKE = 0.84


def grouped(texts: Sequence[str], embedder: Embedder, alike: float = ALIKE) -> list[list[int]]:
    """Return the places of `texts` in groups that ask the same, the biggest group first.

    Args:
        texts: the questions.
        embedder: the model that compares them.
        alike: the mean cosine in [-1, 1] from which two groups are one; it belongs to the model.

    Raises:
        ModelUnavailable: the model cannot be loaded.
    """
    return clusters(embedder.embed(texts), alike) if texts else []


def clusters(vectors: Matrix, alike: float) -> list[list[int]]:
    """Join unit vectors, shape (n, dimensions), into groups by average linkage, the biggest group first.

    The two groups with the greatest mean cosine are joined until it falls below `alike` (Sokal and Michener
    1958): unlike single links it makes no chains, and the order of the vectors does not matter.
    Groups of one size come in the order of their first members. Takes n² memory.
    """
    from scipy.cluster import hierarchy  # type: ignore[import-untyped]  # noqa: PLC0415 - loads only to group

    if len(vectors) < 2:  # noqa: PLR2004 - what links two
        return [[place] for place in range(len(vectors))]
    exact = vectors.astype(np.float64)
    cosines = (exact @ exact.T)[np.triu_indices(len(vectors), 1)]
    # Rounding puts a vector and its equal a hair beyond 1, and a distance is never negative.
    labels = hierarchy.fcluster(hierarchy.average(np.maximum(1 - cosines, 0)), 1 - alike, "distance")
    groups: dict[int, list[int]] = {}
    for place, label in enumerate(labels.tolist()):
        groups.setdefault(label, []).append(place)
    return sorted(groups.values(), key=lambda group: (-len(group), group[0]))
