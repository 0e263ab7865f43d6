"""From the bytes of a feed, RSS or Atom, to its entries: the one door to feedparser."""

from __future__ import annotations

import hashlib
import html
import io
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from corpus.address import is_address
from corpus.dates import PartialDate
from corpus.errors import SourceUnreadable
from corpus.reading import written_dates
from corpus.reading.feed_offers import offered
from corpus.reading.fields import one_line
from corpus.text import normalise

_LIMIT = 5_000_000  # bytes; the feeds of busy newspapers have a tenth of that
_MOST_ENTRIES = 1_000
_LONGEST_TITLE = 500
_TOO_LARGE = "The feed is over 5 MB, more than any list of news: look for a smaller feed of the site."
_NO_FEED = "There is no feed at this address, or a broken one: look for the site's link to RSS or Atom."
_OFFERED = "There is a web page at this address, not a feed; it names {} as its feed: add that one."
_TAG = re.compile(r"</?[a-z][^>]*>", re.IGNORECASE)


class NotAFeed(SourceUnreadable):
    """There is no feed; `offers` is the address of the one that a web page in its place names."""

    def __init__(self, source: str, offers: str | None) -> None:
        super().__init__(source, _OFFERED.format(offers) if offers else _NO_FEED)
        self.offers = offers


@dataclass(frozen=True, slots=True)
class Entry:
    """One article that a feed names; `key` is 64 characters that tell it from the feed's others for good."""

    key: str
    url: str
    title: str | None
    published: PartialDate | None


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says: its title, and its entries, newest first, a thousand at most."""

    title: str | None
    entries: tuple[Entry, ...]


def parse(body: bytes, url: str, charset: str | None = None) -> Feed:
    """Return what a feed says; of a broken one, what can be read of it.

    Args:
        body: the feed as the site sent it.
        url: where it came from, for its relative links.
        charset: the encoding that the site names, if it does.

    Raises:
        NotAFeed: it is none, or nothing of it can be read.
        SourceUnreadable: it is too large.
    """
    if len(body) > _LIMIT:
        raise SourceUnreadable(url, _TOO_LARGE)
    said = _parsed(body, url, charset)
    if not said.version and not said.entries:
        raise NotAFeed(url, offered(body, url))
    read = [(_moment(one), _entry(one, url, said.version)) for one in said.entries]
    linked = [(moment, entry) for moment, entry in read if entry is not None]
    if all(moment for moment, _ in linked):
        linked.sort(key=lambda one: one[0], reverse=True)
    found: dict[str, Entry] = {}
    for _, entry in linked:
        found.setdefault(entry.key, entry)
    return Feed(_title(said.feed), tuple(found.values())[:_MOST_ENTRIES])


def _parsed(body: bytes, url: str, charset: str | None) -> Any:  # noqa: ANN401 - feedparser ships no types
    import feedparser  # noqa: PLC0415 - loads only when a feed is read

    kind = f"application/xml; charset={charset}" if charset else "application/xml"
    try:
        return feedparser.parse(
            io.BytesIO(body),  # bytes that are the name of a file would open that file
            response_headers={"content-location": url, "content-type": kind},
            resolve_relative_uris=False,
            sanitize_html=False,
        )
    except Exception as error:  # a parser of whatever strangers send may fail in any way
        raise NotAFeed(url, offered(body, url)) from error


def _entry(said: Mapping[str, Any], url: str, version: str) -> Entry | None:
    link = _link(normalise(said.get("link") or "").strip(), said, url)
    if link is None:
        return None
    key = hashlib.sha256((normalise(said.get("id") or "") or link).encode()).hexdigest()
    return Entry(key, link, _title(said), _published(said, version))


def _link(written: str, said: Mapping[str, Any], url: str) -> str | None:
    base = (said.get("title_detail") or {}).get("base") or url
    try:
        link = urljoin(urljoin(url, base), written)
    except ValueError:
        return None
    return link if written and is_address(link) else None


def _title(said: Mapping[str, Any]) -> str | None:
    title = normalise(said.get("title") or "")
    if "html" in ((said.get("title_detail") or {}).get("type") or ""):
        title = html.unescape(_TAG.sub("", title))
    return one_line(title)[:_LONGEST_TITLE] or None


def _published(said: Mapping[str, Any], version: str) -> PartialDate | None:
    # Dublin Core's date, all that RSS 1.0 has, goes by the name of Atom's date of the last change.
    name = "published" if "published" in said or version.startswith("atom") else "updated"
    # As it is written it is the newspaper's own day; feedparser's is that of Greenwich.
    written = written_dates.read(_said(said, name) or "")
    parsed: time.struct_time | None = _said(said, f"{name}_parsed")
    if written or parsed is None:
        return written
    try:
        return PartialDate(parsed.tm_year, parsed.tm_mon, parsed.tm_mday)
    except ValueError:
        return None


def _moment(said: Mapping[str, Any]) -> tuple[int, ...]:
    return tuple(_said(said, "published_parsed") or _said(said, "updated_parsed") or ())


def _said(said: Mapping[str, Any], name: str) -> Any:  # noqa: ANN401 - feedparser ships no types
    return said[name] if name in said else None  # noqa: SIM401 - asked for where it is not, `get` warns
