"""From RSS and Atom to entries: the one door to feedparser."""

import datetime
import html
import io
import re
from collections.abc import Iterator, Mapping
from email.utils import parseaddr
from html.entities import html5
from typing import Any

from corpus.errors import SourceUnreadable
from corpus.reading import encoding, feed_dates
from corpus.reading.feed_entry import Entry, Feed, key_of, person, words
from corpus.reading.links import address_of
from corpus.text import normalise

_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
# Dublin Core's date, all that RSS 1.0 has, goes by the name of Atom's date of the last change. That one
# is later than or the same as the first, and all that one Atom feed in five gives.
_DATES = ("published", "updated")
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]+)["']""")
# An unclosed section lasts to the end, and is looked through once.
_AMPERSAND = re.compile(
    r"<!\[CDATA\[(?:.*?\]\]>|.*)|<!--(?:.*?-->|.*)|&(?:(?P<entity>#\d+|#x[\da-f]+|[a-z][a-z\d]*);)?",
    re.IGNORECASE | re.DOTALL,
)
_OF_XML = {"amp", "lt", "gt", "quot", "apos"}
_OWN_ENTITIES = "<!ENTITY"


def read(body: bytes, url: str, charset: str | None, today: datetime.date | None) -> Feed | None:
    """Return what RSS or Atom says, its entries as they stand there; None where it is neither.

    Of a broken feed this is what can be read of it.
    """
    said = _parsed(body, url, charset)
    version = said.get("version") if said is not None else None  # which it has not where there is nothing
    if said is None or not (version or said.entries):
        return None
    found = (_entry(one, url, version or "", today) for one in said.entries)
    return Feed(_title(said.feed), tuple(entry for entry in found if entry))


def _parsed(body: bytes, url: str, charset: str | None) -> Any:  # noqa: ANN401 - feedparser ships no types
    import feedparser  # noqa: PLC0415 - loads only when a feed is read

    whole = mended(body, url, charset)
    encoding = "utf-8" if whole is not None else charset
    kind = f"application/xml; charset={encoding}" if encoding else "application/xml"
    try:
        return feedparser.parse(
            io.BytesIO(body if whole is None else whole),  # as bytes, a file's name would open that file
            response_headers={"content-location": url, "content-type": kind},
            resolve_relative_uris=False,
            sanitize_html=False,
        )
    except Exception:  # noqa: BLE001 - a parser of whatever strangers send may fail in any way
        return None


def _entry(said: Mapping[str, Any], url: str, version: str, today: datetime.date | None) -> Entry | None:
    base = (said.get("title_detail") or {}).get("base") or url
    name = normalise(said.get("id") or "")
    link = address_of(normalise(said.get("link") or ""), url, base)
    if link is None and said.get("guidislink", True):  # what RSS calls no link is none; Atom says nothing
        link = address_of(name)
    if link is None:
        return None
    published, moment = feed_dates.first(_dates(said), today)
    return Entry(
        key=key_of(name, link),
        url=link,
        title=_title(said),
        published=published,
        author=_author(said, version),
        outlet=_title(said.get("source") or {}),
        moment=moment,
    )


def _title(said: Mapping[str, Any]) -> str | None:
    title = normalise(said.get("title") or "")
    if "html" in ((said.get("title_detail") or {}).get("type") or ""):
        title = html.unescape(_TAG.sub("", title))
    return words(title)


def _author(said: Mapping[str, Any], version: str) -> str | None:
    # RSS has mail addresses for its authors, with the name beside them if at all.
    named = [
        one.get("name") or ""
        for one in said.get("authors") or ()
        if version.startswith("atom") or not one.get("email")
    ]
    people = list(dict.fromkeys(filter(None, map(person, named))))
    return ", ".join(people) or person(parseaddr(said.get("author") or "")[0])


def _dates(said: Mapping[str, Any]) -> Iterator[str]:
    for name in _DATES:
        if name in said:  # asked for where it is not, feedparser's `get` gives the other date and a warning
            yield said[name] or ""


def mended(body: bytes, source: str, charset: str | None) -> bytes | None:
    """Return a feed as XML in UTF-8, as far as that can be told, or None where it is no text.

    Args:
        body: the feed as the site sent it.
        source: where it came from.
        charset: the encoding that the site names, if it does; the bytes are believed before any name.
    """
    named = _DECLARED.match(body[:200])
    try:
        text = encoding.decode(body, source, charset or (named[1].decode("ascii") if named else None))
    except SourceUnreadable:
        return None
    if _OWN_ENTITIES not in text:
        text = _AMPERSAND.sub(_entity, text)
    return text.encode()


def _entity(match: re.Match[str]) -> str:
    name = match["entity"]
    if not match[0].startswith("&") or (name and (name.startswith("#") or name in _OF_XML)):
        return match[0]
    return html5.get(f"{name};") or "&amp;" + match[0][1:]
