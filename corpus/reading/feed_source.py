"""Asking a site for its feed, politely: only for what is new, and at the address it has moved to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.address import is_address
from corpus.reading.feed_entry import Feed
from corpus.reading.fetch import fetch
from corpus.reading.not_a_feed import NotAFeed, Reason
from corpus.reading.parsing.here import HERE
from corpus.reading.parsing.jobs import Form, Job

if TYPE_CHECKING:
    import datetime

    import httpx

    from corpus.reading.parsing.jobs import Parser

_ACCEPT = (
    "application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,text/xml;q=0.9,"
    "application/json;q=0.8,text/html;q=0.5,*/*;q=0.1"
)


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
    url: str,
    client: httpx.Client,
    *,
    etag: str | None = None,
    last_modified: str | None = None,
    today: datetime.date | None = None,
    parser: Parser = HERE,
) -> FeedAnswer:
    """Return the feed at an address if it has changed since an earlier answer.

    Args:
        url: the address.
        client: what to look with.
        etag: that of the earlier answer.
        last_modified: that of the earlier answer.
        today: the day in UTC; the feed's dates after its morrow are none. All are believed where None.
        parser: what is given the feed.

    Raises:
        SiteRefused: the site says no; its status and `Retry-After` say until when.
        NotAFeed: there is no feed.
        SourceUnreadable: the site cannot be reached, or may not be.
    """
    if not is_address(url):
        raise NotAFeed(url, Reason.NO_ADDRESS)
    conditions = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    known = {name: value for name, value in conditions.items() if value}
    got = fetch(url, url, client, headers={"Accept": _ACCEPT, **known})
    moved = got.moved or url
    if got.unchanged:
        return FeedAnswer(moved, None, got.etag or etag, got.last_modified or last_modified)
    feed = parser.feed(got.body, Job(Form.FEED, got.url, charset=got.charset, today=today))
    return FeedAnswer(moved, feed, got.etag, got.last_modified)


def find_feed(
    address: str, client: httpx.Client, *, today: datetime.date | None = None, parser: Parser = HERE
) -> tuple[str, Feed]:
    """Return the feed that a person means by an address, with the feed's own address.

    That of a web page means the feed which the page offers. `today` and `parser` are as in `ask_for_feed`.

    Raises:
        SiteRefused: the site says no.
        NotAFeed: there is no feed and none is offered.
        SourceUnreadable: the site cannot be reached, or may not be.
    """
    try:
        answer = ask_for_feed(address, client, today=today, parser=parser)
    except NotAFeed as error:
        if error.offers is None:
            raise
        answer = ask_for_feed(error.offers, client, today=today, parser=parser)
    if answer.feed is None:  # without conditions no site may say so
        raise NotAFeed(address)
    return answer.url, answer.feed
