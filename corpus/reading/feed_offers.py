"""The feed that a web page offers."""

from __future__ import annotations

from html.parser import HTMLParser
from urllib.parse import urljoin

from corpus.address import is_address

_OPENING = 200_000  # bytes; the head of a page is within them
_KINDS = {"application/rss+xml", "application/atom+xml"}
_COMMENTS = ("comment", "reacties")


def offered(body: bytes, url: str) -> str | None:
    """Return the address of the feed that a web page from `url` links to as its own, or None.

    The feed of the reactions under an article is taken only where there is no other.
    """
    links = _Links(url)
    links.feed(body[:_OPENING].decode("utf-8", "replace"))
    return next(iter(sorted(links.found, key=_is_comments)), None)


class _Links(HTMLParser):
    """Collects the feeds that a page links to."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self._base = url

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one tag of the page."""
        said = {name: value or "" for name, value in attrs}
        if tag == "base":
            self._base = _joined(self._base, said.get("href", ""))
        if tag == "link" and _is_feed(said):
            self.found += filter(is_address, [_joined(self._base, said.get("href", ""))])


def _is_feed(said: dict[str, str]) -> bool:
    kind = said.get("type", "").partition(";")[0].strip().lower()
    return kind in _KINDS and "alternate" in said.get("rel", "").lower().split()


def _is_comments(address: str) -> bool:
    return any(word in address.lower() for word in _COMMENTS)


def _joined(base: str, reference: str) -> str:
    try:
        return urljoin(base, reference.strip())
    except ValueError:
        return base
