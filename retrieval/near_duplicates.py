"""Finding articles whose text is nearly the same: wire copy, an edited version, another headline."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.article import Article, Draft
from corpus.catalogue import articles
from corpus.catalogue.connection import Catalogue
from corpus.filters import Filters
from corpus.tokens import words
from retrieval.article_vectors import cut
from retrieval.embedding import Embedder, embedded_text
from retrieval.search import VectorIndex

# Measured with this shingle: a copy with every seventh word changed 0.43, a wire item rewritten sentence by
# sentence 0.36; another desk's report of the same night 0.11, later articles of one affair 0.01.
NEARLY_SAME = 0.3
_SHINGLE = 4  # words
Shingles = frozenset[tuple[str, ...]]
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


def likeness(one: str, other: str) -> float:
    """Return the share in [0, 1] of the shorter text that stands in the longer one, by runs of words.

    A text without words is like no other.
    """
    return shared(shingles(one), shingles(other))


def shared(left: Shingles, right: Shingles) -> float:
    """Return the likeness of two texts by their shingles, where each is compared with many.

    The greater containment of Broder 1997, "On the resemblance and containment of documents". Not
    resemblance: an added paragraph, or a copy cut short, must take nothing away.
    """
    shorter = min(len(left), len(right))
    return len(left & right) / shorter if shorter else 0.0


def shingles(text: str) -> Shingles:
    """Return the runs of four folded words of a text; one of fewer words is one shingle."""
    held = words(text)
    starts = range(max(1, len(held) - _SHINGLE + 1))
    return frozenset(tuple(held[start : start + _SHINGLE]) for start in starts) if held else frozenset()


def _likest(text: str, candidates: Iterable[Article], least: float) -> list[Near]:
    own = shingles(text)
    compared = [Near(article, shared(own, shingles(article.draft.text))) for article in candidates]
    return sorted((one for one in compared if one.likeness >= least), key=lambda one: -one.likeness)
