"""Citing a piece of an article: its link, and what has to be said beside it."""

from __future__ import annotations

from corpus.article import Article, Span
from corpus.catalogue.notices import Notice
from retrieval.answering.pieces import context
from retrieval.answering.refuting import refutation
from retrieval.answering.text_fragment import link
from retrieval.search.results import Citation


def cited(number: int, article: Article, span: Span, notice: Notice | None = None) -> Citation:
    """Return a piece of an article under its number, with the link that opens the article there."""
    return Citation(
        number=number,
        article=article,
        span=span,
        link=link(article.draft.url, article.draft.text, span),
        notice=notice,
        context=context(article, span),
        genre=article.draft.genre,
        refuted=refutation(article, span) is not None,
    )
