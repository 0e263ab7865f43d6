"""How a file is read: by what its bytes are, or else by the ending of its name."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING

from corpus.errors import SourceUnreadable
from corpus.reading import kinds, listings
from corpus.reading.book import read_book
from corpus.reading.listings import Listing, ListsArticles
from corpus.reading.mail import read_mail
from corpus.reading.page import read_page
from corpus.reading.pdf import read_pdf
from corpus.reading.text_file import read_text
from corpus.reading.word_document import read_word

if TYPE_CHECKING:
    from corpus.article import Draft

Reading = Callable[[bytes, str], "Draft"]

LINES = {".jsonl", ".ndjson"}
ONE_ARTICLE_KNOWN = ".txt, .md, .html, .pdf, .docx, .epub and .eml files can be read"
KNOWN = ".txt, .md, .html, .pdf, .docx, .epub, .eml and .jsonl files can be read"
_MARKDOWN = functools.partial(read_text, markdown=True)
_ONE_ARTICLE: dict[str, Reading] = {
    ".txt": read_text,
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
    ".html": read_page,
    ".htm": read_page,
    ".xhtml": read_page,
    ".mhtml": read_mail,
    ".mht": read_mail,
    ".pdf": read_pdf,
    ".docx": read_word,
    ".epub": read_book,
    ".eml": read_mail,
}
ONE_ARTICLE = frozenset(_ONE_ARTICLE)
_BY_CONTENT: dict[str | None, Reading] = {
    kinds.PDF: read_pdf,
    kinds.PAGE: read_page,
    kinds.WORD: read_word,
    kinds.BOOK: read_book,
    kinds.MAIL: read_mail,
}
_OTHERS = {
    "It is an image, not an article": ".jpg .jpeg .png .gif .webp .tif .tiff .bmp .svg .heic .avif",
    "It is an archive: unpack it first and add the folder": ".zip .tar .gz .tgz .bz2 .xz .7z .rar",
    "It is a table, not an article: write each article as a line of .jsonl": ".csv .tsv .xls .xlsx .ods",
    "It is a document of another program: save it as .docx, PDF or text": ".doc .dot .odt .rtf .pages .wpd",
    "It is a message as Outlook keeps it: save it as .eml": ".msg",
    "It is a book as Kindle keeps it: convert it to .epub": ".mobi .azw .azw3",
    "It holds slides, not an article: save it as PDF": ".ppt .pptx .odp .key",
}
_SAID = {ending: said for said, endings in _OTHERS.items() for ending in endings.split()}
# Files that end so may list articles, which is said by name; no article is in any of them.
_LISTINGS = {".xml", ".rss", ".atom", ".rdf", ".opml", ".json", ".gz"}


def by_content(raw: bytes) -> Reading | None:
    """Return what reads bytes that show what they are; None where only a name can tell.

    What reads a feed or another list of articles says by name what it is.
    """
    listing = listings.told(raw)
    return _BY_CONTENT.get(kinds.kind(raw)) if listing is None else _refusing(listing)


def reader(suffix: str, source: str, known: str = KNOWN) -> Reading:
    """Return what reads the one article of a file whose name ends in `suffix`, in any case.

    What the bytes are counts for more than their ending.

    Args:
        suffix: the ending with its dot, or nothing.
        source: what the person named, for errors.
        known: which endings can be read, as the end of a sentence.

    Raises:
        SourceUnreadable: files with that ending are not read.
    """
    ending = suffix.lower()
    by_name = _ONE_ARTICLE.get(ending)
    if by_name is None and ending not in _LISTINGS:
        raise _unread(ending, source, known)

    def read(raw: bytes, named: str) -> Draft:
        found = by_content(raw) or by_name
        if found is None:
            raise _unread(ending, named, known)
        return found(raw, named)

    return read


def _refusing(listing: Listing) -> Reading:
    def read(_raw: bytes, source: str) -> Draft:
        raise ListsArticles(source, listing)

    return read


def _unread(ending: str, source: str, known: str) -> SourceUnreadable:
    if ending in _SAID:
        return SourceUnreadable(source, f"{_SAID[ending]}; {known}.")
    named = f"Files that end in `{ending}`" if ending else "Files without an ending"
    return SourceUnreadable(source, f"{named} are not read: {known}.")
