"""What of an article may answer a question about a name with a number: nothing about another number."""

import re
from collections.abc import Sequence

from corpus.article import Article, Span
from corpus.text import folded
from retrieval.language.folding import folded_article
from retrieval.question.names.numbered import Numbered, numbered
from retrieval.search.results import Hit

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n")
_BACK = 400  # characters before a piece in which the number that it is about is looked for


def bound(question: str, hits: Sequence[Hit]) -> list[Hit]:
    """Return the hits that can be about the numbered names of a question, in their order."""
    names = numbered(question)
    if not names:
        return list(hits)
    ruled_out = {
        version
        for version, article in _articles(hits).items()
        if any(one.excluded(folded_article(article)) for one in names)
    }
    return [hit for hit in hits if hit.article.version not in ruled_out]


def is_bound(question: str) -> bool:
    """Tell whether a question has numbered names, so that what its articles say changes the order of hits."""
    return bool(numbered(question))


def holding_first(question: str, hits: Sequence[Hit]) -> list[Hit]:
    """Return hits with those first whose article has the numbered names of a question."""
    names = numbered(question)
    if not names:
        return list(hits)
    holding = {
        version
        for version, article in _articles(hits).items()
        if all(one.stands(folded_article(article)) for one in names)
    }
    return sorted(hits, key=lambda hit: hit.article.version not in holding)


def _articles(hits: Sequence[Hit]) -> dict[int, Article]:
    return {hit.article.version: hit.article for hit in hits}


def about_another(question: str, article: Article, piece: Span) -> bool:
    """Tell whether a piece of an article is about another number than the question's.

    It is where it names another alone, or names none and the last sentence that does, or the headline, names
    another alone.
    """
    return any(_about_another(one, article, piece) for one in numbered(question))


def names_it(question: str, article: Article, piece: Span) -> bool:
    """Tell whether a piece of an article has a name of the question whose letters are alike everywhere."""
    strict = [one for one in numbered(question) if one.strict]
    return any(one.another(folded(piece.of(article.draft.text))) is False for one in strict)


def _about_another(one: Numbered, article: Article, piece: Span) -> bool:
    text = article.draft.text
    before = text[max(0, piece.start - _BACK) : piece.start]
    for stretch in (piece.of(text), *reversed(_SENTENCE_END.split(before)), article.draft.title or ""):
        named = one.another(folded(stretch))
        if named is not None:
            return named
    return False
