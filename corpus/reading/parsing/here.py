"""Parsing in this very process: what the workers do, and whoever trusts the bytes."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

from corpus import language
from corpus.reading import feed
from corpus.reading.book import read_book
from corpus.reading.mail import read_mail
from corpus.reading.page import read_page
from corpus.reading.parsing.jobs import Form, Job, Parser
from corpus.reading.pdf import read_pdf
from corpus.reading.word_document import read_word

if TYPE_CHECKING:
    from corpus.article import Draft
    from corpus.reading.feed_entry import Feed

# Each is imported when it is first needed, or beforehand where others would wait for it.
_LIBRARIES = ("trafilatura", "pypdfium2", "mammoth", "feedparser", "email.policy")


class Here:
    """Parses in this process: a document that crashes, hangs or fills the memory does so to all of it."""

    def article(self, raw: bytes, job: Job) -> Draft:
        """Return the article of a document.

        Raises:
            SourceUnreadable: it gives none.
        """
        match job.form:
            case Form.PAGE:
                return read_page(
                    raw, job.source, job.address, job.charset, published=job.published, today=job.today
                )
            case Form.PDF:
                return read_pdf(raw, job.source, job.address, job.today)
        return {Form.WORD: read_word, Form.BOOK: read_book, Form.MAIL: read_mail}[job.form](raw, job.source)

    def feed(self, raw: bytes, job: Job) -> Feed:
        """Return what a feed says.

        Raises:
            NotAFeed: it is none.
        """
        return feed.parse(raw, job.source, job.charset, today=job.today)


HERE: Final[Parser] = Here()


def load() -> None:
    """Import what documents are read with, and the languages that are told apart."""
    for name in _LIBRARIES:
        import_module(name)
    language.likeliest("krant", ("nl", "en"))
