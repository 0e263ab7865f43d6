"""Articles as JSON documents, and what became of those that were added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.documents import Document
from corpus.article import REPORT, Article, Shortfall, Span
from corpus.errors import SourceUnreadable

if TYPE_CHECKING:
    from retrieval.curating.curator import Added


def article(one: Article) -> Document:
    """Return an article without its text."""
    draft = one.draft
    return {
        "id": one.id,
        "title": draft.title,
        "outlet": draft.outlet,
        "url": draft.url,
        "author": draft.author,
        "published": str(draft.published) if draft.published else None,
        "modified": str(draft.modified) if draft.modified else None,
        "language": draft.language,
        "kind": str(draft.genre or REPORT),
        "partial": draft.shortfall is Shortfall.BEGINNING,
        "doubtful": draft.shortfall is Shortfall.DOUBTFUL,
        "guild": one.guild,
        "added": one.added.isoformat(timespec="seconds"),
        "characters": len(draft.text),
    }


def shown(one: Article, passages: Sequence[Span] | None) -> Document:
    """Return an article with its text, and its passages where they are asked for."""
    document = {**article(one), "source": one.draft.source, "text": one.draft.text}
    if passages is not None:
        document["passages"] = [
            {"start": span.start, "end": span.end, "text": span.of(one.draft.text)} for span in passages
        ]
    return document


def additions(outcomes: Sequence[Added | SourceUnreadable]) -> Document:
    """Return what became of each article and each source."""
    return {
        "articles": [_added(one) for one in outcomes if not isinstance(one, SourceUnreadable)],
        "failed": [
            {"source": one.source, "error": str(one)} for one in outcomes if isinstance(one, SourceUnreadable)
        ],
    }


def _added(one: Added) -> Document:
    """A duplicate is described as it was read, under the id of the article that it repeats."""
    described = {**article(replace(one.article, draft=one.read)), "status": one.status.value}
    counted = {**described, "passages": one.passages}
    return {**counted, "duplicate_of": one.article.id} if one.status == "duplicate" else counted
