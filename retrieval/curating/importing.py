"""Taking in articles that another newsdesk exported: their passages are cut and embedded anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.article import Draft, Span
from corpus.catalogue.connection import Catalogue
from corpus.catalogue.exchange import reading, writing
from corpus.catalogue.exchange.history import Coming, History
from corpus.catalogue.exchange.writing import Unfit
from corpus.errors import LineUnusable
from retrieval.curating.article_vectors import ArticleVectors, cut
from retrieval.models.embedding import Embedder

_BATCH = 64  # passages embedded together, as when articles are added


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of the article of a line; `versions` is how many came."""

    line: int
    id: str
    status: Coming
    versions: int


def import_all(
    catalogue: Catalogue, embedder: Embedder, lines: Iterable[tuple[int, History | LineUnusable]]
) -> Iterator[Imported | LineUnusable]:
    """Store each article, whole, in a transaction of its own, and report it once it is there for good.

    Raises:
        ModelChanged: the catalogue was embedded by another model.
        ModelUnavailable: the model cannot be loaded.
    """
    vectors = ArticleVectors(catalogue, embedder)
    waiting: list[tuple[int, History | LineUnusable]] = []
    passages: dict[Draft, list[Span]] = {}
    for number, one in lines:
        waiting.append((number, one))
        if isinstance(one, History):
            passages |= _cut(catalogue, one)
        if sum(map(len, passages.values())) >= _BATCH:
            yield from _stored(catalogue, vectors, waiting, passages)
            waiting, passages = [], {}
    yield from _stored(catalogue, vectors, waiting, passages)


def _cut(catalogue: Catalogue, history: History) -> dict[Draft, list[Span]]:
    """Return the passages of the versions that are not here yet."""
    with catalogue.reading() as connection:
        there = len(reading.numbers(connection, history.id)[0])
    return {one.draft: list(cut(one.draft)) for one in history.versions[there:]}


def _stored(
    catalogue: Catalogue,
    vectors: ArticleVectors,
    waiting: Iterable[tuple[int, History | LineUnusable]],
    passages: dict[Draft, list[Span]],
) -> Iterator[Imported | LineUnusable]:
    embedded = vectors.of(passages)
    for number, history in waiting:
        if isinstance(history, LineUnusable):
            yield history
            continue
        try:
            with catalogue.writing() as connection:
                before = len(reading.numbers(connection, history.id)[0])
                model_id = vectors.ensure_model(connection)
                status = writing.put(connection, history, embedded, model_id)
        except Unfit as error:
            yield LineUnusable(number, str(error))
        except KeyError:
            yield LineUnusable(number, f"article {history.id} was changed meanwhile: import it again.")
        else:
            yield Imported(number, history.id, status, max(len(history.versions) - before, 0))
