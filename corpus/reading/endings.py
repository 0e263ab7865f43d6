"""How a file is read, by the ending of its name."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING

from corpus.errors import SourceUnreadable
from corpus.reading import listings
from corpus.reading.page import read_page
from corpus.reading.pdf import read_pdf
from corpus.reading.text_file import read_text

if TYPE_CHECKING:
    from corpus.article import Draft

LINES = {".jsonl", ".ndjson"}
KNOWN = ".txt, .md, .html, .pdf and .jsonl files can be read"
_MARKDOWN = functools.partial(read_text, markdown=True)
_ONE_ARTICLE: dict[str, Callable[[bytes, str], Draft]] = {
    ".txt": read_text,
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
    ".html": read_page,
    ".htm": read_page,
    ".xhtml": read_page,
    ".pdf": read_pdf,
}
_LISTINGS = {".xml", ".rss", ".atom", ".rdf", ".opml", ".json", ".gz"}
_IMAGES = {".jpg", ".jpeg", ".png", ".gif", ".webp", ".tif", ".tiff", ".bmp", ".svg", ".heic", ".avif"}


def reader(suffix: str, source: str, known: str = KNOWN) -> Callable[[bytes, str], Draft]:
    """Return what reads the one article of a file whose name ends in `suffix`, in any case.

    What it returns says by name which bytes are a feed or another list of articles.

    Args:
        suffix: the ending with its dot, or nothing.
        source: what the person named, for errors.
        known: which endings can be read, as the end of a sentence.

    Raises:
        SourceUnreadable: files with that ending are not read.
    """
    ending = suffix.lower()
    found = _ONE_ARTICLE.get(ending)
    if found is None and ending not in _LISTINGS:
        raise _unread(ending, source, known)

    def read(raw: bytes, source: str) -> Draft:
        listings.refuse(raw, source)
        if found is None:
            raise _unread(ending, source, known)
        return found(raw, source)

    return read


def _unread(ending: str, source: str, known: str) -> SourceUnreadable:
    if ending in _IMAGES:
        return SourceUnreadable(source, f"It is an image, not an article: {known}.")
    named = f"Files that end in `{ending}`" if ending else "Files without an ending"
    return SourceUnreadable(source, f"{named} are not read: {known}.")
