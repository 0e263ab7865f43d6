"""What of an article may answer a question about a name with a number: nothing about another number."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.article import Article, Span
from corpus.text import folded
from retrieval.names.numbered import Numbered, numbered
from retrieval.results import Hit

_BACK = 400  # characters before a piece in which the number that it is about is looked for


def bound(question: str, hits: Sequence[Hit]) -> list[Hit]:
    """Return the hits that can be about the numbered names of a question, in their order."""
    names = numbered(question)
    if not names:
        return list(hits)
    can_be = {hit.article.version: _can_be_about(names, hit.article) for hit in hits}
    return [hit for hit in hits if can_be[hit.article.version]]


def holding_first(question: str, hits: Sequence[Hit]) -> list[Hit]:
    """Return hits with those first whose passage or headline has the numbered names of a question."""
    names = numbered(question)
    return sorted(hits, key=lambda hit: not _stand_in_passage(names, hit)) if names else list(hits)


def about_another(question: str, article: Article, piece: Span) -> bool:
    """Tell whether a piece of an article is about another number than the question's.

    It is where it names another alone, or names none and the last named before it, or in the headline, is
    another.
    """
    return any(_about_another(one, article, piece) for one in numbered(question))


def names_it(question: str, article: Article, piece: Span) -> bool:
    """Tell whether a piece of an article has a numbered name of the question."""
    said = numbered(question)
    return bool(said) and any(one.another(folded(piece.of(article.draft.text))) is False for one in said)


def _about_another(one: Numbered, article: Article, piece: Span) -> bool:
    text = article.draft.text
    before = text[max(0, piece.start - _BACK) : piece.start]
    for stretch in (piece.of(text), *reversed(before.splitlines()), article.draft.title or ""):
        named = one.another(folded(stretch))
        if named is not None:
            return named
    return False


def _can_be_about(names: Sequence[Numbered], article: Article) -> bool:
    text = folded(f"{article.draft.title or ''}\n{article.draft.text}")
    return not any(one.excluded(text) for one in names)


def _stand_in_passage(names: Sequence[Numbered], hit: Hit) -> bool:
    text = folded(f"{hit.article.draft.title or ''}\n{hit.text}")
    return all(one.stands(text) for one in names)
