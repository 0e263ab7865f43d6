"""Asking a site for its feed, politely: only for what is new, and at the address it has moved to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.address import is_address
from corpus.errors import SourceUnreadable
from corpus.reading.feed import Feed, NotAFeed, parse
from corpus.reading.fetch import fetch

if TYPE_CHECKING:
    import httpx

_ACCEPT = (
    "application/rss+xml,application/atom+xml,application/xml;q=0.9,text/xml;q=0.9,text/html;q=0.5,*/*;q=0.1"
)
_NO_ADDRESS = "Only http and https addresses can be followed: write it in full, as https://example.org/feed."


@dataclass(frozen=True, slots=True)
class FeedAnswer:
    """What a site answered: the feed, or None where it is as it was.

    `url` is the address to ask from now on. `etag` and `last_modified` are what to ask the next time with.
    """

    url: str
    feed: Feed | None
    etag: str | None
    last_modified: str | None


def ask_for_feed(
    url: str, client: httpx.Client, *, etag: str | None = None, last_modified: str | None = None
) -> FeedAnswer:
    """Return the feed at an address if it has changed since the answer that the last two come from.

    Raises:
        SiteRefused: the site says no; its status and `Retry-After` say until when.
        NotAFeed: there is no feed.
        SourceUnreadable: the site cannot be reached, or may not be.
    """
    if not is_address(url):
        raise SourceUnreadable(url, _NO_ADDRESS)
    conditions = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    known = {name: value for name, value in conditions.items() if value}
    got = fetch(url, url, client, headers={"Accept": _ACCEPT, **known})
    moved = got.moved or url
    if got.unchanged:
        return FeedAnswer(moved, None, got.etag or etag, got.last_modified or last_modified)
    return FeedAnswer(moved, parse(got.body, got.url, got.charset), got.etag, got.last_modified)


def find_feed(address: str, client: httpx.Client) -> tuple[str, Feed]:
    """Return the feed that a person means by an address, with the feed's own address.

    That of a web page means the feed which the page offers.

    Raises:
        SiteRefused: the site says no.
        NotAFeed: there is no feed and none is offered.
        SourceUnreadable: the site cannot be reached, or may not be.
    """
    try:
        answer = ask_for_feed(address, client)
    except NotAFeed as error:
        if error.offers is None:
            raise
        answer = ask_for_feed(error.offers, client)
    if answer.feed is None:  # without conditions no site may say so
        raise NotAFeed(address, None)
    return answer.url, answer.feed
