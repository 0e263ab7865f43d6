"""Feeds, OPML files and sitemaps: lists of articles that are none, told by how they begin."""

import re
import zlib
from enum import StrEnum

from corpus.errors import SourceUnreadable

_OPENING = 4_096  # bytes; roots stand behind little more than a comment
_GZIP = b"\x1f\x8b"
_ROOT = re.compile(
    rb"(?:\s|<\?(?:(?!\?>).)*\?>|<!--(?:(?!-->).)*-->|<!doctype[^>\[]*(?:\[[^\]]*\]\s*)?>)*"
    rb"<(?:[\w.-]+:)?(?P<root>rss|feed|rdf|opml|urlset|sitemapindex)(?=[\s>/])(?P<rest>[^>]*)",
    re.IGNORECASE | re.DOTALL,
)
_JSON_FEED = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org\b', re.IGNORECASE)
_RSS_1 = re.compile(rb"purl\.org/rss|my\.netscape\.com/rdf", re.IGNORECASE)


class Listing(StrEnum):
    """What lists articles or feeds."""

    FEED = "feed"
    OPML = "OPML file"
    SITEMAP = "sitemap"


_OF_ROOT = {
    b"rss": Listing.FEED,
    b"feed": Listing.FEED,
    b"opml": Listing.OPML,
    b"urlset": Listing.SITEMAP,
    b"sitemapindex": Listing.SITEMAP,
}
_SENTENCES = {
    Listing.FEED: "It is a feed, a list of articles, not an article: follow it in Discord with "
    "`/corpus feed add`, or add the addresses of the articles that it names.",
    Listing.OPML: "It is an OPML file, a list of feeds, not an article: follow each of its feeds in Discord "
    "with `/corpus feed add`, or add the addresses of articles.",
    Listing.SITEMAP: "It is a sitemap, a site's list of its pages for search engines, not an article: add "
    "the addresses of articles, or follow the site's feed in Discord with `/corpus feed add`.",
}


class ListsArticles(SourceUnreadable):
    """A source is no article; `listing` says what it is."""

    def __init__(self, source: str, listing: Listing) -> None:
        super().__init__(source, _SENTENCES[listing])
        self.listing = listing


def refuse(raw: bytes, source: str) -> None:
    """Make sure that bytes are none of the listings.

    Raises:
        ListsArticles: they are one.
    """
    found = told(raw)
    if found is not None:
        raise ListsArticles(source, found)


def told(raw: bytes) -> Listing | None:
    """Return which listing bytes are, packed by gzip or not, or None where they are none of them."""
    body = _unpacked(raw)
    # The roots are ASCII: in UTF-16 they stand between zeros.
    opening = body[:_OPENING].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if opening.startswith(b"{"):
        return Listing.FEED if _JSON_FEED.search(body) else None
    match = _ROOT.match(opening)
    if match is None:
        return None
    root = match["root"].lower()
    # Much else than old RSS is written in RDF.
    return Listing.FEED if root == b"rdf" and _RSS_1.search(match["rest"]) else _OF_ROOT.get(root)


def _unpacked(raw: bytes) -> bytes:
    if not raw.startswith(_GZIP):
        return raw
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(raw, _OPENING)
    except zlib.error:
        return raw
