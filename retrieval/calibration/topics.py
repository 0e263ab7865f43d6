"""What questions share, so that none is tried with weights that were fitted to its like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from corpus.article import Article, Span
from retrieval.embedding import Embedder, embedded_sentence
from retrieval.grouping import clusters

# Of the sample articles this joins exactly those of one affair, in either language.
_ALIKE = 0.5
_BEGINNING = 600  # characters


def topics(stored: Sequence[Article], embedder: Embedder) -> Mapping[str, str]:
    """Return the topic of each article by its id, named after an article of it.

    Passages of one text are numbered in their addresses: `a12p03` is of text 12. Other articles are of one
    topic where they are alike.
    """
    named = {one.id: _name(one) for one in stored}
    numbered = {key: name[:3] for key, name in named.items() if name[:1] == "a" and name[1:3].isdecimal()}
    others = [one for one in stored if one.id not in numbered]
    texts = [embedded_sentence(one.draft, Span(0, min(_BEGINNING, len(one.draft.text)))) for one in others]
    groups = clusters(embedder.embed(texts), _ALIKE) if texts else []
    alike = {others[place].id: named[others[group[0]].id] for group in groups for place in group}
    return numbered | alike


def _name(article: Article) -> str:
    return (article.draft.url or article.id).rstrip("/").rpartition("/")[2]
