"""Articles as rows, and rows as articles."""

import hashlib
from functools import lru_cache
from typing import Any

from sqlalchemy import Row

from corpus.address import identity
from corpus.article import Article, Draft, Genre, Shortfall
from corpus.dates import PartialDate
from corpus.text import folded


def article(row: Row[Any]) -> Article:
    """Read an article from a row of `versions`."""
    draft = Draft(
        text=row.text,
        source=row.source,
        url=row.url,
        title=row.title,
        outlet=row.outlet,
        author=row.author,
        published=date(row.published),
        modified=date(row.modified),
        language=row.language,
        genre=Genre(row.genre) if row.genre else None,
        shortfall=Shortfall(row.shortfall) if row.shortfall else None,
    )
    return Article(
        id=row.article_id,
        version=row.id,
        guild=row.guild,
        draft=draft,
        added=row.added,
    )


def columns(draft: Draft) -> dict[str, Any]:
    """Return a draft's columns of `versions`."""
    return {
        "url": draft.url,
        "address": identity(draft.url) if draft.url else None,
        "title": draft.title,
        "outlet": draft.outlet,
        "outlet_folded": draft.outlet.casefold() if draft.outlet else None,
        "headline_folded": folded("\n".join(filter(None, (draft.title, draft.outlet)))),
        "author": draft.author,
        "published": str(draft.published) if draft.published else None,
        "published_first": draft.published.first() if draft.published else None,
        "published_last": draft.published.last() if draft.published else None,
        "modified": str(draft.modified) if draft.modified else None,
        "language": draft.language,
        "genre": draft.genre,
        "shortfall": draft.shortfall,
        "source": draft.source,
        "text": draft.text,
        "text_hash": text_hash(draft.text),
    }


def text_hash(text: str) -> str:
    """Return what two articles share exactly when their texts are the same but for white space."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()


def article_id(draft: Draft, guild: str | None) -> str:
    """Return the name an article keeps through its versions: twelve hexadecimal digits.

    It follows from the address where there is one, whichever way it is spelled, and from the text where
    there is none.
    """
    named = identity(draft.url) if draft.url else text_hash(draft.text)
    return hashlib.sha256("\x00".join((guild or "", named)).encode()).hexdigest()[:12]


@lru_cache(4096)  # days of newspapers: a search meets the same ones again and again
def date(written: str | None) -> PartialDate | None:
    """Read a date from a column of `versions`."""
    return PartialDate.parse(written) if written else None
