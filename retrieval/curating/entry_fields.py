"""What the entry of a feed adds to the article that its page gave."""

import datetime
from dataclasses import replace

from corpus.article import Draft
from corpus.dates import PartialDate
from corpus.reading.feed_entry import Entry

_DAY = datetime.timedelta(days=1)


def completed(read: Draft, entry: Entry) -> Draft:
    """Return the article of a page with what the page lacks and its feed says."""
    outlet = read.outlet or entry.outlet
    author = None if entry.author == outlet else entry.author  # many papers sign with their own name
    return replace(
        read,
        title=read.title or entry.title,
        author=read.author or author,
        outlet=outlet,
        published=first_published(read.published, entry.published),
    )


def first_published(page: PartialDate | None, feed: PartialDate | None) -> PartialDate | None:
    """Return when an article was first published, from what its page and its feed say.

    The page's day stands where the two are a day apart: feeds often give that of Greenwich. A day of the
    feed within the page's month or year says more than these. Else the earlier of the two holds: nothing
    stands in a feed before it is published, and what is dated later has been changed or shown again.
    """
    if page is None or feed is None:
        return page or feed
    if page.first() <= feed.first() and feed.last() <= page.last():
        return feed
    return feed if feed.last() + _DAY < page.first() else page
