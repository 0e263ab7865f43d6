"""Mending what keeps a feed from being XML: its encoding, raw ampersands, the entities of HTML."""

from __future__ import annotations

import re
from html.entities import html5

from corpus.errors import SourceUnreadable
from corpus.reading import encoding

_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]+)["']""")
# An unclosed section lasts to the end, and is looked through once.
_AMPERSAND = re.compile(
    r"<!\[CDATA\[(?:.*?\]\]>|.*)|<!--(?:.*?-->|.*)|&(?:(?P<entity>#\d+|#x[\da-f]+|[a-z][a-z\d]*);)?",
    re.IGNORECASE | re.DOTALL,
)
_OF_XML = {"amp", "lt", "gt", "quot", "apos"}
_OWN_ENTITIES = "<!ENTITY"


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
