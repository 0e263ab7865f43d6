"""Grouping questions that ask the same, whichever words or language they use."""

from __future__ import annotations

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
    members = [[place] for place in range(len(vectors))]
    sums, sizes = vectors @ vectors.T, np.ones(len(vectors), dtype=np.float32)
    np.fill_diagonal(sums, -np.inf)
    while True:
        means = sums / np.outer(sizes, sizes)
        first, second = np.unravel_index(int(np.argmax(means)), means.shape)
        if first == second or means[first, second] < alike:
            break
        members[first] += members[second]
        members[second] = []
        sizes[first] += sizes[second]
        sums[first] += sums[second]
        sums[:, first] = sums[first]
        sums[second] = sums[:, second] = -np.inf
    return sorted((sorted(group) for group in members if group), key=lambda group: (-len(group), group[0]))
