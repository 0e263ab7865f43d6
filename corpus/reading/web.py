"""From a web address to the article there, and never to a file of this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.address import clean, is_address
from corpus.errors import SourceUnreadable
from corpus.reading import kinds, listings, too_long
from corpus.reading.fetch import fetch
from corpus.reading.page import read_page
from corpus.reading.pdf import read_pdf
from corpus.reading.text_file import read_text

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from corpus.article import Draft
    from corpus.dates import PartialDate

_NOT_A_PAGE = "The address leads to {}: add the address of the article's own page."


def read_web(
    address: str, client: httpx.Client | None, published: PartialDate | None = None
) -> Draft | SourceUnreadable:
    """Return the article at an http or https address, or the error, never raised, why there is none.

    Whatever strangers name is read with a `guarded_client()`; without a client everything is. `published`
    is as in `article_at`. A text that is too long to be added while others wait is such an error.
    """
    try:
        found = article_at(address, client, published, too_long.require_short_bytes)
        return too_long.require_short_text(found, address)
    except SourceUnreadable as error:
        return error


def article_at(
    source: str,
    client: httpx.Client | None,
    published: PartialDate | None = None,
    require: Callable[[bytes, str], object] = lambda _raw, _source: None,
) -> Draft:
    """Return the article at an address.

    Args:
        source: the address.
        client: what to look with; one that reads everything where None.
        published: the date that a feed gives, which goes before a guess of the page.
        require: raises SourceUnreadable for bytes that are not to be read.

    Raises:
        SiteRefused: the site says no.
        SourceUnreadable: it is no http or https address, cannot be reached, or holds no article.
    """
    if not is_address(source):
        raise SourceUnreadable(source, "Only http and https addresses can be read: check how it is spelled.")
    got = fetch(source, source, client)
    listings.refuse(got.body, source)
    require(got.body, source)
    kind = kinds.kind(got.body)
    if kind == kinds.PDF:
        return read_pdf(got.body, source, clean(got.url))
    if kind == kinds.PAGE or "html" in got.kind:
        return read_page(got.body, source, got.url, got.charset, published=published)
    if kind is None and got.kind in {"text/plain", "text/markdown", "application/octet-stream", ""}:
        return read_text(got.body, source, clean(got.url), markdown=got.kind == "text/markdown")
    raise SourceUnreadable(source, _NOT_A_PAGE.format(kind or "a file that is no page, PDF or text"))
