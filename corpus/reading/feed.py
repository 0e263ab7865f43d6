"""From the bytes of a feed to its entries, newest first: RSS, Atom or JSON Feed."""

import datetime
from html.parser import HTMLParser

from corpus.reading import json_feed, xml_feed
from corpus.reading.feed_entry import Entry, Feed
from corpus.reading.links import address_of
from corpus.reading.listings import Listing, told
from corpus.reading.not_a_feed import NotAFeed, Reason

_LIMIT = 5_000_000  # bytes; the feeds of busy newspapers have a tenth of that
_MOST_ENTRIES = 1_000
_OPENING = 200_000  # bytes; the head of a page is within them
_KINDS = {"application/rss+xml", "application/atom+xml", "application/feed+json"}
# What version 1 of JSON Feed is linked as; blogs link the data of any page so.
_PERHAPS = "application/json"
_COMMENTS = ("comment", "reacties")


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


def parse(body: bytes, url: str, charset: str | None = None, *, today: datetime.date | None = None) -> Feed:
    """Return what a feed says; of a broken one, what can be read of it.

    Args:
        body: the feed as the site sent it.
        url: where it came from, for its relative links.
        charset: the encoding that the site names, if it does.
        today: the day in UTC; a date after its morrow is none. All are believed where None.

    Raises:
        NotAFeed: it is none, nothing of it can be read, or it is too large.
    """
    if len(body) > _LIMIT:
        raise NotAFeed(url, Reason.TOO_LARGE)
    _refuse_listing(body, url)
    read = json_feed.read if json_feed.is_json(body) else xml_feed.read
    found = read(body, url, charset, today)
    if found is None:
        address = offered(body, url)
        raise NotAFeed(url, Reason.OFFERED if address else Reason.NOTHING, address)
    return Feed(found.title, tuple(_newest_first(found.entries))[:_MOST_ENTRIES])


def _refuse_listing(body: bytes, url: str) -> None:
    listing = told(body)
    if listing is Listing.OPML:
        raise NotAFeed(url, Reason.OPML, named_in(body, url))
    if listing is Listing.SITEMAP:
        raise NotAFeed(url, Reason.SITEMAP, address_of("/", url))


def _newest_first(entries: tuple[Entry, ...]) -> list[Entry]:
    """Return the entries, each once, by their moments where all have one, else as the feed has them."""
    dated = [(entry.moment, entry) for entry in entries if entry.moment]
    if len(dated) == len(entries):
        entries = tuple(entry for _, entry in sorted(dated, key=lambda one: one[0], reverse=True))
    found: dict[str, Entry] = {}
    for entry in entries:
        found.setdefault(entry.key, entry)
    return list(found.values())


def offered(body: bytes, url: str) -> str | None:
    """Return the address of the feed that a web page from `url` links to as its own, or None.

    The feed of the reactions under an article is taken only where there is no other.
    """
    return next(iter(sorted(_links(body, url).offers, key=_is_comments)), None)


def named_in(body: bytes, url: str) -> str | None:
    """Return the address of the first feed that an OPML file from `url` names, or None."""
    return next(iter(_links(body, url).outlines), None)


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
