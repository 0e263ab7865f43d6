"""From JSON Feed, version 1 and 1.1, to entries (https://www.jsonfeed.org/version/1.1/)."""

import datetime
import html
import json

from corpus.errors import SourceUnreadable
from corpus.reading import encoding, feed_dates
from corpus.reading.feed_entry import Entry, Feed, key_of, person, words
from corpus.reading.links import address_of
from corpus.reading.not_a_feed import NotAFeed, Reason
from corpus.text import normalise

_VERSION = "jsonfeed.org"
_MOST_ITEMS = 10_000  # looked at; the newest of a feed stand first


def is_json(body: bytes) -> bool:
    """Tell whether a body begins as JSON objects do, which no XML does."""
    return body[:100].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"{")


def read(body: bytes, url: str, charset: str | None, today: datetime.date | None) -> Feed:
    """Return what a JSON feed says, its entries as they stand there.

    Raises:
        NotAFeed: it is damaged, or JSON of another kind.
    """
    stated = _object(body, url, charset)
    items = stated.get("items")
    if not isinstance(items, list) or not (_is_versioned(stated) or any(map(_names_article, items))):
        raise NotAFeed(url, Reason.DAMAGED if _is_versioned(stated) else Reason.NOTHING)
    found = (_entry(one, url, today) for one in items[:_MOST_ITEMS] if isinstance(one, dict))
    return Feed(words(_text(stated, "title")), tuple(entry for entry in found if entry))


def _object(body: bytes, url: str, charset: str | None) -> dict[str, object]:
    try:
        stated = json.loads(encoding.decode(body, url, charset).lstrip("\ufeff"), strict=False)
    except (SourceUnreadable, ValueError, RecursionError) as error:
        raise NotAFeed(url, Reason.DAMAGED) from error
    if not isinstance(stated, dict):  # JSON that begins with a brace is an object
        raise NotAFeed(url)
    return stated


def _is_versioned(stated: dict[str, object]) -> bool:
    return _VERSION in _text(stated, "version")


def _names_article(item: object) -> bool:
    return isinstance(item, dict) and bool(_text(item, "url") or _text(item, "external_url"))


def _entry(item: dict[str, object], url: str, today: datetime.date | None) -> Entry | None:
    name = _text(item, "id")
    links = (address_of(_text(item, key), url) for key in ("url", "external_url"))
    link = next(filter(None, links), None) or address_of(name)
    if link is None:
        return None
    dates = (_text(item, name) for name in ("date_published", "date_modified"))
    published, moment = feed_dates.first(dates, today)
    return Entry(
        key=key_of(name, link),
        url=link,
        title=words(_text(item, "title")),
        published=published,
        author=_authors(item),
        moment=moment,
    )


def _authors(item: dict[str, object]) -> str | None:
    named = item.get("authors") or item.get("author")  # version 1 has one author only
    people = named if isinstance(named, list) else [named]
    names = (person(_text(one, "name")) for one in people if isinstance(one, dict))
    return ", ".join(dict.fromkeys(filter(None, names))) or None


def _text(stated: dict[str, object], name: str) -> str:
    """Return a value as text; an id may be a number, and many sites write HTML's entities in titles."""
    value = stated.get(name)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    written = normalise(str(value)).strip()
    return html.unescape(written) if name in {"title", "name"} else written
