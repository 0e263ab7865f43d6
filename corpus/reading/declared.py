"""What a web page declares about its article: JSON-LD, meta tags and time elements, never a guess."""

from __future__ import annotations

import datetime
import html
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit

from corpus.address import is_address
from corpus.reading import json_ld, own_part, page_dates, page_title
from corpus.reading.fields import one_line
from corpus.reading.itself import Itself
from corpus.reading.own_part import OwnPart, shown
from corpus.reading.page_dates import Page, PageDates

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]  # lxml ships no types

# The names of meta tags, in the order they are believed.
_TITLES = "og:title twitter:title dc.title dcterms.title title"
_AUTHORS = (
    "author article:author parsely-author sailthru.author dc.creator dcterms.creator byl citation_author"
)
_SITE = "og:site_name"
_PUBLISHERS = "application-name dc.publisher dcterms.publisher publisher"


@dataclass(frozen=True, slots=True)
class Declared:
    """The page's own statements; None where it makes none.

    `authors` and `outlets` are names as they stand there, the likeliest first; `own` is the part of
    the page that is its article's, `article` its node in JSON-LD.
    """

    own: OwnPart
    itself: Itself
    metas: Mapping[str, str]
    article: Mapping[str, object]
    title: str | None = None
    authors: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    dates: PageDates = field(default_factory=PageDates)
    canonical: str | None = None
    language: str | None = None


def read(tree: HtmlElement, fetched: str | None, today: datetime.date) -> Declared:
    """Return what a page declares.

    Args:
        tree: the page.
        fetched: the address it came from, if it came from one.
        today: the reader's day; nothing was published after it.
    """
    metas = _metas(tree)
    canonical = _first(*map(str, tree.xpath("//link[@rel='canonical']/@href")), metas.get("og:url"))
    headed = [shown(tag) for tag in tree.xpath("//title[not(ancestor::svg)]")[:1]]
    titled = [*_said(metas, _TITLES), *headed]
    itself = Itself(tuple(filter(None, (fetched, canonical, metas.get("og:url")))), tuple(titled))
    own = own_part.find(tree, itself)
    heading = [shown(own.headline)] if own.headline is not None else []
    itself = Itself(itself.addresses, (*titled, *heading))
    nodes = json_ld.read(tree)
    article = json_ld.article(nodes, itself)
    outlets = (*_said(metas, _SITE), *_names(article.get("publisher")), *_said(metas, _PUBLISHERS))
    sites = [*outlets, *_named(json_ld.sites(nodes))]
    known = [*sites, *filter(None, map(host, itself.addresses))]
    return Declared(
        own=own,
        itself=itself,
        metas=metas,
        article=article,
        title=page_title.choose([_text(article.get("headline")), *titled, *heading], heading, known),
        authors=(*_names(article.get("author")), *_said(metas, _AUTHORS)),
        outlets=tuple(sites),
        dates=page_dates.read(Page(tree, itself, own, article, metas, today)),
        canonical=canonical,
        language=_first(*map(str, tree.xpath("/html/@lang")), metas.get("og:locale")),
    )


def host(address: str | None) -> str | None:
    """Return the host of an address as a name for its site; None where there is none."""
    named = urlsplit(address).hostname if address and is_address(address) else None
    return named.removeprefix("www.") if named and not named.replace(".", "").isdigit() else None


def _metas(tree: HtmlElement) -> dict[str, str]:
    metas: dict[str, str] = {}
    for tag in tree.xpath("//meta[@content]"):
        name = tag.get("property") or tag.get("name") or ""
        value = _text(tag.get("content"))
        if value:
            metas.setdefault(name.lower(), value)
    return metas


def _said(metas: Mapping[str, str], keys: str) -> list[str]:
    return [metas[key] for key in keys.split() if key in metas]


def _names(stated: object) -> Iterator[str]:
    parts = cast("list[object]", stated) if isinstance(stated, list) else [stated]
    yield from _named([part.get("name") if isinstance(part, dict) else part for part in parts])


def _named(stated: list[object]) -> Iterator[str]:
    for part in stated:
        yield from filter(None, map(_text, part if isinstance(part, list) else [part]))


def _text(stated: object) -> str | None:
    return one_line(html.unescape(stated)) or None if isinstance(stated, str) else None


def _first(*candidates: str | None) -> str | None:
    return next(filter(None, candidates), None)
