"""The records that travel: an article as read, as stored, and its passages."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from corpus.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as read from a source; None where the source does not say.

    `text` is NFC with line feeds as line ends and is never changed again: quotes are spans of it.
    `language` is an ISO 639-1 code. `source` is what the person named (a path or an address).
    """

    text: str
    source: str
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: PartialDate | None = None
    modified: PartialDate | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A stored article. `guild` is None where it belongs to everyone; `added` is UTC."""

    id: str
    version: int
    guild: str | None
    draft: Draft
    added: datetime.datetime


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open stretch of characters `[start, end)` of an article's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters it covers."""
        return text[self.start : self.end]
