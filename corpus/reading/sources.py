"""Reading whatever a person names: an address, a file, a folder or standard input."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from corpus.errors import SourceUnreadable
from corpus.reading import files, folder, kinds
from corpus.reading.address import clean
from corpus.reading.fetch import fetch
from corpus.reading.fields import is_address
from corpus.reading.jsonl import read_jsonl
from corpus.reading.page import read_page
from corpus.reading.pdf import read_pdf
from corpus.reading.text_file import read_text

if TYPE_CHECKING:
    import httpx

    from corpus.article import Draft

STDIN = "-"
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
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
_LINES = {".jsonl", ".ndjson"}
_KNOWN = ".txt, .md, .html, .pdf and .jsonl files can be read"
_NOT_A_PAGE = "The address leads to {}: add the address of the article's own page."


def read(
    source: str, *, stdin: BinaryIO | None = None, client: httpx.Client | None = None
) -> Iterator[Draft | SourceUnreadable]:
    """Yield the articles of a source, in order, and an error for each part of it that gives none.

    Args:
        source: an http(s) address, the path of a file or folder, or `-` for standard input.
        stdin: what `-` reads.
        client: what addresses are fetched with; a new one for each address where None.

    Yields:
        A `Draft` for each article; a `SourceUnreadable`, never raised, for what gives none.
    """
    try:
        yield from _read(source, stdin, client)
    except SourceUnreadable as error:
        yield error


def _read(
    source: str, stdin: BinaryIO | None, client: httpx.Client | None
) -> Iterator[Draft | SourceUnreadable]:
    if not source.strip():
        raise SourceUnreadable(source, "Nothing is named: give an address, a file, a folder, or - for text.")
    if source == STDIN:
        yield _stdin(stdin)
    elif _SCHEME.match(source):
        yield _address(source, client)
    elif _is_folder(source):
        yield from _folder(source)
    else:
        yield from _file(Path(source), source)


def _stdin(stdin: BinaryIO | None) -> Draft:
    if stdin is None:
        raise SourceUnreadable(STDIN, "There is no standard input here: name a file or an address instead.")
    raw = files.read_stream(stdin, STDIN)
    return read_page(raw, STDIN) if kinds.kind(raw) == kinds.PAGE else read_text(raw, STDIN)


def _address(source: str, client: httpx.Client | None) -> Draft:
    if not is_address(source):
        raise SourceUnreadable(source, "Only http and https addresses can be read: check how it is spelled.")
    got = fetch(source, source, client)
    kind = kinds.kind(got.body)
    if kind == kinds.PDF:
        return read_pdf(got.body, source, clean(got.url))
    if kind == kinds.PAGE or "html" in got.kind:
        return read_page(got.body, source, got.url, got.charset)
    if got.kind.startswith("image/"):
        raise SourceUnreadable(source, _NOT_A_PAGE.format(kind or "an image"))
    if kind is None and got.kind in {"text/plain", "text/markdown", "application/octet-stream", ""}:
        return read_text(got.body, source, clean(got.url), markdown=got.kind == "text/markdown")
    raise SourceUnreadable(source, _NOT_A_PAGE.format(kind or "a file that is no page, PDF or text"))


def _is_folder(source: str) -> bool:
    try:
        return Path(source).is_dir()
    except (OSError, ValueError):
        return False  # reading it as a file says what is wrong with it


def _folder(source: str) -> Iterator[Draft | SourceUnreadable]:
    empty = True
    for found in folder.walk(Path(source)):
        empty = False
        if isinstance(found, SourceUnreadable):
            yield found
        else:
            yield from _one_of_many(found)
    if empty:
        raise SourceUnreadable(source, f"The folder holds no articles: {_KNOWN}.")


def _one_of_many(path: Path) -> Iterator[Draft | SourceUnreadable]:
    try:
        yield from _file(path, str(path))
    except SourceUnreadable as error:
        yield error


def _file(path: Path, source: str) -> Iterator[Draft | SourceUnreadable]:
    files.require(path, source)
    suffix = path.suffix.lower()
    if suffix in _LINES:
        yield from read_jsonl(path, source)
    elif suffix in _ONE_ARTICLE:
        yield _ONE_ARTICLE[suffix](files.read_bytes(path, source), source)
    elif suffix in _IMAGES:
        raise SourceUnreadable(source, f"It is an image, not an article: {_KNOWN}.")
    else:
        named = f"Files that end in `{suffix}`" if suffix else "Files without an ending"
        raise SourceUnreadable(source, f"{named} are not read: {_KNOWN}.")
