"""The kind of article that a web page says it holds: in JSON-LD, meta tags, and above its headline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from corpus.article import Genre
from corpus.genre import kind_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]  # lxml ships no types

# https://schema.org/NewsArticle and the like; a critic's review is an opinion.
_TYPES = {
    "SatiricalArticle": Genre.SATIRE,
    "AdvertiserContentArticle": Genre.ADVERTORIAL,
    "LiveBlogPosting": Genre.LIVE_BLOG,
    "OpinionNewsArticle": Genre.OPINION,
    "ReviewNewsArticle": Genre.OPINION,
    "ClaimReview": Genre.FACT_CHECK,
}
# A page says what claim it reviews beside its article, not of it; so does its markup.
_CLAIM_REVIEW = re.compile(r'"@type"\s*:\s*(?:\[[^\]]{0,500})?"(?:https?://schema\.org/)?ClaimReview"')
_CLAIM_REVIEWED = "//*[contains(@itemtype, 'schema.org/ClaimReview')]"
_SCRIPTS = "//script[@type='application/ld+json']/text()"
_SECTIONS = "article:section section og:section parsely-section sailthru.section genre dc.type dcterms.type"
_PAGE_TYPES = "article:type og:type pagetype page-type page_type content_type content-type"
_METAS = frozenset(f"{_SECTIONS} {_PAGE_TYPES}".split())
_RUBRICS = (
    "(//h1)[1]/preceding-sibling::*[position() <= 2][not(.//li) and not(self::nav) and not(self::ul)]",
    (
        "(//h1)[1]/parent::*[self::header or self::hgroup]"
        "/preceding-sibling::*[1][not(.//li) and not(self::nav)]"
    ),
)


def find(tree: HtmlElement, article: Mapping[str, object]) -> Genre | None:
    """Return the kind that a page states; None where it states none.

    Args:
        tree: the page.
        article: what it says of its article in JSON-LD.
    """
    stated = (_TYPES.get(one.rpartition("/")[2]) for one in _texts(article.get("@type")))
    return next(filter(None, stated), None) or _reviews(tree) or kind_of(_labels(tree, article))


def _reviews(tree: HtmlElement) -> Genre | None:
    told = any(map(_CLAIM_REVIEW.search, tree.xpath(_SCRIPTS))) or tree.xpath(_CLAIM_REVIEWED)
    return Genre.FACT_CHECK if told else None


def _labels(tree: HtmlElement, article: Mapping[str, object]) -> Iterator[str]:
    for key in ("genre", "articleSection"):
        yield from _texts(article.get(key))
    for tag in tree.xpath("//meta[@content]"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        if name.lower() in _METAS:
            yield tag.get("content")
    for path in _RUBRICS:
        yield from (" ".join(one.text_content().split()) for one in tree.xpath(path))


def _texts(stated: object) -> list[str]:
    parts = stated if isinstance(stated, list) else [stated]
    return [one for one in parts if isinstance(one, str)]
