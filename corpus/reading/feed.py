"""From the bytes of a feed to its entries, newest first: RSS, Atom or JSON Feed."""

from __future__ import annotations

import datetime

from corpus.reading import json_feed, xml_feed
from corpus.reading.feed_entry import Entry, Feed
from corpus.reading.feed_offers import named_in, offered
from corpus.reading.listings import Listing, told
from corpus.reading.not_a_feed import NotAFeed, Reason
from corpus.reading.references import address_of

_LIMIT = 5_000_000  # bytes; the feeds of busy newspapers have a tenth of that
_MOST_ENTRIES = 1_000


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
