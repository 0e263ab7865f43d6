"""From a web page to an article: the one door to trafilatura."""

from __future__ import annotations

import datetime
import logging
import re
from typing import TYPE_CHECKING

from corpus import dates, language
from corpus.address import of_page
from corpus.article import Draft
from corpus.errors import SourceUnreadable
from corpus.reading import (
    byline,
    credited,
    declared,
    encoding,
    guessed_date,
    page_kind,
    page_shortfall,
    page_tables,
    page_walls,
)
from corpus.reading.page_text import render

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]  # lxml ships no types
    from trafilatura.settings import Document

    from corpus.dates import PartialDate


_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*+["']?\s*([\w.:-]+)""", re.IGNORECASE)


def read_page(
    raw: bytes,
    source: str,
    fetched: str | None = None,
    charset: str | None = None,
    *,
    published: PartialDate | None = None,
    today: datetime.date | None = None,
) -> Draft:
    """Return the article of a web page; `fetched` is the address it came from, if it came from one.

    Args:
        raw: the page as the site sent it.
        source: what the person named.
        fetched: the address it came from, if it came from one.
        charset: the encoding that the site names, if it does.
        published: the date that a feed gives: after what the page declares, before what it only shows.
        today: the reader's day, after which nothing was published; where None, it is asked for here.

    Raises:
        SourceUnreadable: it is no text, or no article but a consent wall, a script or nothing at all.
    """
    in_page = _CHARSET.search(raw[:4096])
    markup = encoding.decode(raw, source, charset or (in_page[1].decode("ascii") if in_page else None))
    if "<html" not in markup[:4096].lower():  # a part of a page, which the parser would refuse
        markup = f"<html><body>{markup}</body></html>"
    tree, document = _extract(markup, source, fetched)
    today = today or dates.today()
    said = declared.read(tree, fetched, today)
    title = said.title or document.title
    text = render(document.body, title, page_tables.spanning(tree))
    wall = page_walls.find(text, tree, fetched, dated=said.dates.declared)
    if wall:
        raise SourceUnreadable(source, wall)
    by = credited.find(said, document, byline.find(text), fetched)
    guess = said.dates.published or guessed_date.confirmed(document.date, said, today)
    return Draft(
        text=text,
        source=source,
        url=of_page(fetched, said.canonical),
        title=title,
        outlet=by.outlet,
        author=by.author,
        published=(said.dates.published if said.dates.declared else published) or guess,
        modified=said.dates.modified,
        # The text is what is read: a template's `lang` is right about the menu.
        language=language.detect(text) or language.code(said.language or ""),
        genre=page_kind.find(tree, said.article),
        shortfall=page_shortfall.find(text, tree, said.article),
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
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    return trafilatura.load_html(markup), document
