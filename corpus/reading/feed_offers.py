"""The feeds that are named where there is none: by a web page as its own, or by a list of feeds."""

from __future__ import annotations

from html.parser import HTMLParser

from corpus.reading.references import address_of

_OPENING = 200_000  # bytes; the head of a page is within them
_KINDS = {"application/rss+xml", "application/atom+xml", "application/feed+json"}
# What version 1 of JSON Feed is linked as; blogs link the data of any page so.
_PERHAPS = "application/json"
_COMMENTS = ("comment", "reacties")


def offered(body: bytes, url: str) -> str | None:
    """Return the address of the feed that a web page from `url` links to as its own, or None.

    The feed of the reactions under an article is taken only where there is no other.
    """
    return next(iter(sorted(_links(body, url).offers, key=_is_comments)), None)


def named_in(body: bytes, url: str) -> str | None:
    """Return the address of the first feed that an OPML file from `url` names, or None."""
    return next(iter(_links(body, url).outlines), None)


class _Links(HTMLParser):
    """Collects the feeds that a page links to, and those that an OPML file has."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.offers: list[str] = []
        self.outlines: list[str] = []
        self._bases = [url]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one tag."""
        said = {name: value or "" for name, value in attrs}
        if tag == "base":
            self._bases.append(said.get("href", ""))
        elif tag == "link" and _is_feed(said):
            self._take(self.offers, said.get("href", ""))
        elif tag == "outline":
            self._take(self.outlines, said.get("xmlurl", ""))

    def _take(self, into: list[str], reference: str) -> None:
        address = address_of(reference, *self._bases)
        if address:
            into.append(address)


def _links(body: bytes, url: str) -> _Links:
    links = _Links(url)
    links.feed(body[:_OPENING].replace(b"\0", b"").decode("utf-8", "replace"))
    return links


def _is_feed(said: dict[str, str]) -> bool:
    kind = said.get("type", "").partition(";")[0].strip().lower()
    known = kind in _KINDS or (kind == _PERHAPS and "feed" in said.get("href", "").lower())
    return known and "alternate" in said.get("rel", "").lower().split()


def _is_comments(address: str) -> bool:
    return any(word in address.lower() for word in _COMMENTS)
