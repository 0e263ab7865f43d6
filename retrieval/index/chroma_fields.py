"""Articles and filters in the terms of Chroma's metadata."""

from collections.abc import Iterator
from typing import Any

from corpus.article import REPORT, Article
from corpus.filters import Filters

FORMAT = 2  # of `fields`: an index with others is made anew from the catalogue


def where(filters: Filters) -> Any:  # noqa: ANN401 - Chroma's own type of condition
    """Return the condition that passages fulfil which `filters` allow."""
    wanted: list[dict[str, Any]] = [{"guild": {"$in": sorted({"", filters.guild or ""})}}, *_dated(filters)]
    if filters.outlet:
        wanted.append({"outlet": filters.outlet.casefold()})
    if filters.folded_left_out:
        wanted.append({"outlet": {"$nin": filters.folded_left_out}})
    if filters.language:
        wanted.append({"language": filters.language.lower()})
    if filters.kind:
        wanted.append({"kind": filters.kind})
    return wanted[0] if len(wanted) == 1 else {"$and": wanted}


def fields(article: Article) -> dict[str, str | int]:
    """Return what Chroma keeps of an article beside each vector; dates are proleptic ordinals."""
    draft = article.draft
    kept: dict[str, str | int] = {
        "guild": article.guild or "",
        "outlet": (draft.outlet or "").casefold(),
        "language": draft.language or "",
        "kind": str(draft.genre or REPORT),
    }
    if draft.published:
        kept |= {
            "first": draft.published.first().toordinal(),
            "last": draft.published.last().toordinal(),
        }
    return kept


def _dated(filters: Filters) -> Iterator[dict[str, Any]]:
    if filters.since:
        yield {"last": {"$gte": filters.since.first().toordinal()}}
    if filters.until:
        yield {"first": {"$lte": filters.until.last().toordinal()}}
    if filters.as_of:
        yield {"last": {"$lte": filters.as_of.last().toordinal()}}
