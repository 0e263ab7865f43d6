"""What a web page declares about its article: JSON-LD, meta tags and time elements, never a guess."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from corpus.reading import json_ld, written_dates
from corpus.reading.fields import one_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]  # lxml ships no types

    from corpus.dates import PartialDate

# The names of meta tags, in the order they are believed.
_META = {
    "title": "og:title twitter:title dc.title dcterms.title",
    "author": "author article:author parsely-author sailthru.author dc.creator byl",
    "outlet": "og:site_name application-name dc.publisher publisher",
    "published": "article:published_time og:article:published_time og:published_time datepublished "
    "parsely-pub-date sailthru.date dcterms.created dcterms.issued dc.date.issued dc.date dcterms.date "
    "pubdate publishdate publish-date publication_date date",
    "modified": "article:modified_time og:article:modified_time og:updated_time datemodified "
    "dcterms.modified lastmod last-modified",
}
_TIMES = (
    "//time[@pubdate or @itemprop='datePublished' or contains(@class, 'publish')]",
    "//article//header//time",
    "//header[.//h1]//time",
    "//article//time[not(ancestor::aside or ancestor::footer or ancestor::article/ancestor::article)]",
    "(//article|//header[.//h1])//*[contains(@class, 'date') or contains(@class, 'datum')]",
)
_SAID = re.compile(r"^(?:gepubliceerd|published|geplaatst|posted)(?: op| on)?:? ", re.IGNORECASE)
_CHANGED = re.compile(r"updat|modif|gewijzigd|bijgewerkt", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Declared:
    """The page's own statements; None where it makes none."""

    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    published: PartialDate | None = None
    modified: PartialDate | None = None
    canonical: str | None = None
    language: str | None = None


def read(tree: HtmlElement) -> Declared:
    """Return what a page declares."""
    article = json_ld.article(tree)
    metas = _metas(tree)
    said = {name: [_text(metas.get(key)) for key in keys.split()] for name, keys in _META.items()}
    return Declared(
        title=_first(_text(article.get("headline")), *said["title"]),
        author=_first(_names(article.get("author")), *map(_person, said["author"])),
        outlet=_first(_names(article.get("publisher")), *said["outlet"]),
        published=_date(_text(article.get("datePublished")), *said["published"]) or _time(tree),
        modified=_date(_text(article.get("dateModified")), *said["modified"]),
        canonical=_first(*map(str, tree.xpath("//link[@rel='canonical']/@href")), _text(metas.get("og:url"))),
        language=_first(*map(str, tree.xpath("/html/@lang")), _text(metas.get("og:locale"))),
    )


def _metas(tree: HtmlElement) -> dict[str, str]:
    metas: dict[str, str] = {}
    for tag in tree.xpath("//meta[@content]"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        metas.setdefault(name.lower(), tag.get("content"))
    return metas


def _time(tree: HtmlElement) -> PartialDate | None:
    for path in _TIMES:
        for tag in tree.xpath(path):
            shown = _text(tag.text_content()) or ""
            found = _date(tag.get("datetime"), _SAID.sub("", shown))
            if found and not _CHANGED.search(" ".join(map(str, (*tag.values(), shown)))):
                return found
    return None


def _date(*candidates: str | None) -> PartialDate | None:
    dates = (written_dates.read(written) for written in candidates if written)
    return next((date for date in dates if date), None)


def _names(stated: object) -> str | None:
    parts = cast("list[object]", stated) if isinstance(stated, list) else [stated]
    names = (_text(part.get("name")) if isinstance(part, dict) else _text(part) for part in parts)
    return ", ".join(filter(None, map(_person, names))) or None


def _person(name: str | None) -> str | None:
    return None if name is None or "://" in name else name


def _text(stated: object) -> str | None:
    return one_line(html.unescape(stated)) or None if isinstance(stated, str) else None


def _first(*candidates: str | None) -> str | None:
    return next(filter(None, candidates), None)
