"""How a file is read, by the ending of its name."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING

from corpus.errors import SourceUnreadable
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
_IMAGES = {".jpg", ".jpeg", ".png", ".gif", ".webp", ".tif", ".tiff", ".bmp", ".svg", ".heic", ".avif"}


def reader(suffix: str, source: str, known: str = KNOWN) -> Callable[[bytes, str], Draft]:
    """Return what reads the one article of a file whose name ends in `suffix`, in any case.

    Args:
        suffix: the ending with its dot, or nothing.
        source: what the person named, for errors.
        known: which endings can be read, as the end of a sentence.

    Raises:
        SourceUnreadable: files with that ending are not read.
    """
    found = _ONE_ARTICLE.get(suffix.lower())
    if found is not None:
        return found
    if suffix.lower() in _IMAGES:
        raise SourceUnreadable(source, f"It is an image, not an article: {known}.")
    named = f"Files that end in `{suffix.lower()}`" if suffix else "Files without an ending"
    raise SourceUnreadable(source, f"{named} are not read: {known}.")
