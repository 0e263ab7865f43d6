"""The records that travel: an article as read, as stored, and its passages."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from corpus.dates import PartialDate


class Genre(StrEnum):
    """Texts that do not report what is so, or not as a report does.

    An `ADVERTORIAL` is paid for. A `CORRECTION` puts another text of its outlet right. Of a `LIVE_BLOG` the
    newest entry is what holds.
    """

    SATIRE = "satire"
    OPINION = "opinion"
    COLUMN = "column"
    ADVERTORIAL = "advertorial"
    FACT_CHECK = "fact-check"
    CORRECTION = "correction"
    LIVE_BLOG = "live-blog"


REPORT = "report"  # what programs call an article of no genre


class Shortfall(StrEnum):
    """What is missing of an article's text, where that can be told.

    `BEGINNING`: a paywall shows no more. `DOUBTFUL`: the page announces another text, or much more of it.
    """

    BEGINNING = "beginning"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as read from a source; None where the source does not say.

    `text` is NFC with line feeds as line ends and is never changed again: quotes are spans of it.
    `language` is an ISO 639-1 code. `source` is what the person named (a path or an address).
    `url` is spelled as it was given: `corpus.address` says which spellings are one page.
    `genre` is None for a report, `shortfall` where nothing is known to be missing.
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
    genre: Genre | None = None
    shortfall: Shortfall | None = None


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
