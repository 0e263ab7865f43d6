"""Finding articles whose text is nearly the same: wire copy, an edited version, another headline."""

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.article import Article, Draft
from corpus.catalogue import articles
from corpus.catalogue.connection import Catalogue
from corpus.filters import Filters
from retrieval.curating.article_vectors import cut
from retrieval.language.likeness import NEARLY_SAME, shared, shingles
from retrieval.models.embedding import Embedder, embedded_text
from retrieval.search.search import VectorIndex

_LOOKED_UP = 8  # passages of the draft, spread over its length, whose neighbours are looked up
_NEIGHBOURS = 20  # of each of those
_COMPARED = 20  # articles whose whole text is compared


@dataclass(frozen=True, slots=True)
class Near:
    """An article with nearly the same text; `likeness` is in [0, 1]."""

    article: Article
    likeness: float


def near(
    catalogue: Catalogue,
    index: VectorIndex,
    embedder: Embedder,
    draft: Draft,
    guild: str | None,
    least: float = NEARLY_SAME,
) -> list[Near]:
    """Return the articles that `guild` sees with at least that likeness to `draft`, the likest first.

    Candidates are the articles of the passages nearest to the draft's; their texts are then compared.

    Raises:
        ModelUnavailable: the model cannot be loaded.
        IndexUnavailable: Chroma does not answer.
    """
    spans = cut(draft)
    step = max(1, -(-len(spans) // _LOOKED_UP))
    cosines: dict[int, float] = {}
    for vector in embedder.embed([embedded_text(draft, span) for span in spans[::step]]):
        for passage, cosine in index.nearest(vector, _NEIGHBOURS, Filters(guild=guild)).items():
            cosines[passage] = max(cosine, cosines.get(passage, cosine))
    with catalogue.reading() as connection:
        located = articles.located(connection, list(cosines))
    nearest = sorted(located, key=lambda passage: -cosines[passage])
    candidates = {located[passage][0].id: located[passage][0] for passage in nearest}
    return _likest(draft.text, list(candidates.values())[:_COMPARED], least)


def _likest(text: str, candidates: Iterable[Article], least: float) -> list[Near]:
    own = shingles(text)
    compared = [Near(article, shared(own, shingles(article.draft.text))) for article in candidates]
    return sorted((one for one in compared if one.likeness >= least), key=lambda one: -one.likeness)
