"""What is asked of whoever parses the bytes of a stranger: one page, document, mail or feed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import datetime

    from corpus.article import Draft
    from corpus.dates import PartialDate
    from corpus.reading.feed_entry import Feed


class Form(StrEnum):
    """What the bytes are read as."""

    PAGE = "page"
    PDF = "pdf"
    WORD = "word"
    BOOK = "book"
    MAIL = "mail"
    FEED = "feed"


@dataclass(frozen=True, slots=True)
class Job:
    """One document to parse, all but its bytes.

    `source` is what the person named, `address` where it was fetched from, if it was. `charset` is the
    encoding that the site names. `published` is the date that a feed gives. `today` is the reader's day;
    None where it is asked for, or for a feed whose dates are all believed.
    """

    form: Form
    source: str
    address: str | None = None
    charset: str | None = None
    published: PartialDate | None = None
    today: datetime.date | None = None


class Parser(Protocol):
    """Parses documents: in this process, or in others that may be lost."""

    def article(self, raw: bytes, job: Job) -> Draft:
        """Return the article of a document.

        Raises:
            SourceUnreadable: it gives none, or parsing it had to be given up.
        """
        ...

    def feed(self, raw: bytes, job: Job) -> Feed:
        """Return what a feed says.

        Raises:
            SourceUnreadable: it is none, or parsing it had to be given up.
        """
        ...
