"""Gathering a digest from the catalogue: what came in, by story."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from corpus.article import Article
from corpus.catalogue import arrivals, models, vectors
from corpus.catalogue.connection import Catalogue, Connection
from corpus.filters import Filters
from corpus.vector_space import Matrix
from retrieval.answering.origins import origins
from retrieval.curating.grouping import clusters

# Articles that are grouped: comparing texts and vectors takes the square of it, here half a second at most.
_GROUPED = 200
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


@dataclass(frozen=True, slots=True)
class CameIn:
    """What came in: the stories of the newest articles, and how many articles there are in all."""

    stories: tuple[Story, ...]
    total: int

    @property
    def articles(self) -> frozenset[str]:
        """The ids of the articles that are in the stories."""
        return frozenset(one.id for story in self.stories for one in story.articles)


def came_in(catalogue: Catalogue, filters: Filters, after: int, until: int) -> CameIn:
    """Return what the changes after `after` and up to `until` brought of what `filters` allow."""
    with catalogue.reading() as connection:
        found = arrivals.arrived(connection, filters, after, until)
        grouped = found[:_GROUPED]
        placed = _vectors(connection, grouped)
    return CameIn(stories(grouped, placed), len(found))


def _vectors(connection: Connection, articles: Sequence[Article]) -> Matrix:
    """Return the mean direction of the passages of each; nothing is near to one that has no vector."""
    active = models.active(connection)
    if active is None or not articles:
        return np.zeros((len(articles), 1), dtype=np.float32)
    each = (vectors.of_version(connection, active[0], one.version)[1] for one in articles)
    nothing = np.zeros((0, active[1].dimensions), dtype=np.float32)
    return np.array([direction(passages if len(passages) else nothing) for passages in each])


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
