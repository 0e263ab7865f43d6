"""How a file is read: by what its bytes are, or else by the ending of its name."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING

from corpus.errors import SourceUnreadable
from corpus.reading import kinds, listings
from corpus.reading.listings import Listing, ListsArticles
from corpus.reading.parsing.jobs import Form, Job, Parser
from corpus.reading.text_file import read_text

if TYPE_CHECKING:
    from corpus.article import Draft

Reading = Callable[[bytes, str], "Draft"]

LINES = {".jsonl", ".ndjson"}
ONE_ARTICLE_KNOWN = ".txt, .md, .html, .pdf, .docx, .epub and .eml files can be read"
KNOWN = ".txt, .md, .html, .pdf, .docx, .epub, .eml and .jsonl files can be read"
_MARKDOWN = functools.partial(read_text, markdown=True)
_ONE_ARTICLE: dict[str, Reading | Form] = {
    ".txt": read_text,
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
    ".html": Form.PAGE,
    ".htm": Form.PAGE,
    ".xhtml": Form.PAGE,
    ".mhtml": Form.MAIL,
    ".mht": Form.MAIL,
    ".pdf": Form.PDF,
    ".docx": Form.WORD,
    ".epub": Form.BOOK,
    ".eml": Form.MAIL,
}
ONE_ARTICLE = frozenset(_ONE_ARTICLE)
# What is parsed; plain text is not, and read by whoever asks.
PARSED = frozenset(ending for ending, read in _ONE_ARTICLE.items() if isinstance(read, Form))
_BY_CONTENT: dict[str | None, Form] = {
    kinds.PDF: Form.PDF,
    kinds.PAGE: Form.PAGE,
    kinds.WORD: Form.WORD,
    kinds.BOOK: Form.BOOK,
    kinds.MAIL: Form.MAIL,
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


def by_content(raw: bytes, parser: Parser) -> Reading | None:
    """Return what reads bytes that show what they are; None where only a name can tell.

    What reads a feed or another list of articles says by name what it is. Other than plain text is given
    to the parser.
    """
    listing = listings.told(raw)
    if listing is not None:
        return _refusing(listing)
    form = _BY_CONTENT.get(kinds.kind(raw))
    return _parsing(form, parser) if form else None


def reader(suffix: str, source: str, parser: Parser, known: str = KNOWN) -> Reading:
    """Return what reads the one article of a file whose name ends in `suffix`, in any case.

    What the bytes are counts for more than their ending.

    Args:
        suffix: the ending with its dot, or nothing.
        source: what the person named, for errors.
        parser: what is given other than plain text.
        known: which endings can be read, as the end of a sentence.

    Raises:
        SourceUnreadable: files with that ending are not read.
    """
    ending = suffix.lower()
    by_name = _ONE_ARTICLE.get(ending)
    if by_name is None and ending not in _LISTINGS:
        raise _unread(ending, source, known)

    def read(raw: bytes, named: str) -> Draft:
        found = by_content(raw, parser) or by_name
        if found is None:
            raise _unread(ending, named, known)
        return (_parsing(found, parser) if isinstance(found, Form) else found)(raw, named)

    return read


def _parsing(form: Form, parser: Parser) -> Reading:
    return lambda raw, source: parser.article(raw, Job(form, source))


def _refusing(listing: Listing) -> Reading:
    def read(_raw: bytes, source: str) -> Draft:
        raise ListsArticles(source, listing)

    return read


def _unread(ending: str, source: str, known: str) -> SourceUnreadable:
    if ending in _SAID:
        return SourceUnreadable(source, f"{_SAID[ending]}; {known}.")
    named = f"Files that end in `{ending}`" if ending else "Files without an ending"
    return SourceUnreadable(source, f"{named} are not read: {known}.")
