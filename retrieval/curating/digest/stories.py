"""Articles by story: near ones together, and of those the copies of one report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from corpus.article import Article
from corpus.vector_space import Matrix
from retrieval.answering.origins import origins
from retrieval.curating.grouping import clusters

# Of the 61 sample articles by the mean of their passages' vectors, with the bundled model: joins 43 to 45 of
# the 54 pairs of one affair and 3 of the 1,776 others, all of one museum. None has between 0.657 and 0.674:
# vectors of another processor move by less. Reports of one night in two languages are often less near.
ONE_STORY = 0.665


@dataclass(frozen=True, slots=True)
class Story:
    """What is told of one affair: its reports, newest first, each with its copies.

    In a report the article that was published first comes first: the others may have it from there.
    """

    reports: tuple[tuple[Article, ...], ...]

    @property
    def articles(self) -> tuple[Article, ...]:
        """All of them."""
        return tuple(one for report in self.reports for one in report)


def direction(vectors: Matrix) -> npt.NDArray[np.float32]:
    """Return the mean of some vectors, shape (n, dimensions), as a unit vector; 0 of none."""
    summed = vectors.sum(axis=0, dtype=np.float32)
    length = np.linalg.norm(summed)
    return np.asarray(summed / length if length else summed, dtype=np.float32)


def stories(articles: Sequence[Article], vectors: Matrix, alike: float = ONE_STORY) -> tuple[Story, ...]:
    """Return the articles by story: those with the most reports first, of as many the newest first.

    Args:
        articles: each once, in any order.
        vectors: a unit vector of each, shape (articles, dimensions).
        alike: the mean cosine in [-1, 1] from which two groups of reports are one; it belongs to the model.
    """
    if not articles:
        return ()
    placed = {one.id: place for place, one in enumerate(articles)}
    # What is read first must not depend on the order in which articles came in.
    reports = origins(sorted(articles, key=lambda one: one.id))
    means = np.array([direction(vectors[[placed[one.id] for one in report]]) for report in reports])
    gathered = [
        Story(tuple(sorted((reports[place] for place in group), key=_newest)))
        for group in clusters(means, alike)
    ]
    return tuple(sorted(gathered, key=lambda story: (-len(story.reports), _newest(story.reports[0]))))


def _newest(report: Sequence[Article]) -> tuple[int, str]:
    published = report[0].draft.published
    return -published.last().toordinal() if published else 0, report[0].id
