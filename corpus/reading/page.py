"""From a web page to an article: the one door to trafilatura."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

from corpus import language
from corpus.address import of_page
from corpus.article import Draft
from corpus.errors import SourceUnreadable
from corpus.reading import byline, declared, encoding, page_walls
from corpus.reading.page_text import render
from corpus.reading.title import without_outlet

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]  # lxml ships no types
    from trafilatura.settings import Document

    from corpus.dates import PartialDate

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_BY = re.compile(r"^(?:door|by|van|tekst|text)\s*:?\s+(?=[A-Z])", re.IGNORECASE)
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}", re.IGNORECASE)


def read_page(
    raw: bytes,
    source: str,
    fetched: str | None = None,
    charset: str | None = None,
    published: PartialDate | None = None,
) -> Draft:
    """Return the article of a web page; `fetched` is the address it came from, if it came from one.

    `published` is the date that a feed gives for it: after what the page declares, before any guess.

    Raises:
        SourceUnreadable: it is no text, or no article but a consent wall, a script or nothing at all.
    """
    in_page = _CHARSET.search(raw[:4096])
    markup = encoding.decode(raw, source, charset or (in_page[1].decode("ascii") if in_page else None))
    if "<html" not in markup[:4096].lower():  # a part of a page, which the parser would refuse
        markup = f"<html><body>{markup}</body></html>"
    tree, document = _extract(markup, source, fetched)
    said = declared.read(tree)
    title = said.title or document.title
    outlet = said.outlet or _outlet(document.sitename)
    text = render(document.body, title)
    wall = page_walls.find(text, tree, fetched, dated=said.published is not None)
    if wall:
        raise SourceUnreadable(source, wall)
    named = byline.find(text)
    return Draft(
        text=text,
        source=source,
        url=of_page(fetched, said.canonical),
        title=without_outlet(title, outlet) if title else None,
        outlet=outlet or named.outlet,
        author=_author(said.author) or _author(document.author) or named.author,
        published=said.published or published,
        modified=said.modified,
        # The text is what is read: a template's `lang` is right about the menu.
        language=language.detect(text) or language.code(said.language or ""),
    )


def _extract(markup: str, source: str, fetched: str | None) -> tuple[HtmlElement, Document]:
    try:
        tree, document = _parsed(markup, fetched)
    except Exception as error:  # any parser of any page's markup may fail in any way
        raise SourceUnreadable(source, page_walls.BROKEN) from error
    if tree is None:
        raise SourceUnreadable(source, page_walls.NOTHING)
    if document is None or isinstance(document, dict):
        raise SourceUnreadable(source, page_walls.find("", tree, fetched) or page_walls.NOTHING)
    return tree, document


def _parsed(
    markup: str, fetched: str | None
) -> tuple[HtmlElement | None, Document | dict[str, object] | None]:
    import trafilatura  # noqa: PLC0415 - loads only when a page is read

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # its complaints become our sentences
    document = trafilatura.bare_extraction(
        markup,
        url=fetched,
        include_comments=False,
        include_formatting=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False},
    )
    return trafilatura.load_html(markup), document


def _outlet(sitename: str | None) -> str | None:
    # Without a name of its own trafilatura gives the host, which for 127.0.0.1 names nobody.
    host_like = sitename and re.fullmatch(r"[\w.:-]+", sitename) and "." in sitename
    return None if host_like and not _HOST.fullmatch(sitename or "") else sitename


def _author(name: str | None) -> str | None:
    return _BY.sub("", name.strip()).replace("; ", ", ") or None if name else None
