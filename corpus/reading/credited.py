"""Who wrote the article of a web page and for which outlet, of all that the page and its text say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpus.reading import names, shown_dates
from corpus.reading.byline import Byline
from corpus.reading.declared import Declared, host
from corpus.reading.own_part import OwnPart, shown

if TYPE_CHECKING:
    from trafilatura.settings import Document

_BYLINE = re.compile(r"author|auteur|autor|byline|writer|creator|contributor", re.IGNORECASE)
_LINE = 200  # characters; a longer block is running text


def find(said: Declared, document: Document, named: Byline, fetched: str | None) -> Byline:
    """Return the author and outlet of a page.

    Args:
        said: what the page declares.
        document: what trafilatura found, its author only where it stands in the article's own part.
        named: what the text itself names.
        fetched: the address the page came from, whose host is the last name for an outlet.
    """
    rights = said.metas.get("copyright", "")
    site = None if document.sitename and names.same(document.sitename, rights) else document.sitename
    outlet = names.outlet([*said.outlets, site, named.outlet], host(fetched))
    declared = names.authors(said.authors, outlet)
    found = document.author if document.author and _stands(document.author, said.own) else ""
    return Byline(
        declared or names.authors(found.split("; "), outlet) or names.authors([named.author or ""], outlet),
        outlet,
    )


def _stands(author: str, own: OwnPart) -> bool:
    words = set(re.findall(r"\w+", author.casefold()))
    return any(words <= set(re.findall(r"\w+", line.casefold())) for line in _bylines(own))


def _bylines(own: OwnPart) -> Iterator[str]:
    yield from shown_dates.lines_near_headline(own)
    for tag in own.elements:
        names = " ".join(filter(None, map(tag.get, ("class", "rel", "itemprop"))))
        line = shown(tag) if _BYLINE.search(names) else ""
        if 0 < len(line) <= _LINE:
            yield line
