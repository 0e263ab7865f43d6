"""Reading whatever a person names: an address, a file, a folder or standard input."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from corpus.errors import SourceUnreadable
from corpus.reading import endings, files
from corpus.reading.jsonl import read_jsonl
from corpus.reading.parsing.here import HERE
from corpus.reading.text_file import read_text
from corpus.reading.web import article_at

if TYPE_CHECKING:
    import httpx

    from corpus.article import Draft
    from corpus.reading.parsing.jobs import Parser

STDIN = "-"
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def read(
    source: str,
    *,
    stdin: BinaryIO | None = None,
    client: httpx.Client | None = None,
    parser: Parser = HERE,
) -> Iterator[Draft | SourceUnreadable]:
    """Yield the articles of a source, in order, and an error for each part of it that gives none.

    Args:
        source: an http(s) address, the path of a file or folder, or `-` for standard input.
        stdin: what `-` reads.
        client: what addresses are fetched with; a new one for each address where None.
        parser: what is given other than plain text and lines.

    Yields:
        A `Draft` for each article; a `SourceUnreadable`, never raised, for what gives none.
    """
    try:
        yield from _read(source, stdin, client, parser)
    except SourceUnreadable as error:
        yield error


def _read(
    source: str, stdin: BinaryIO | None, client: httpx.Client | None, parser: Parser
) -> Iterator[Draft | SourceUnreadable]:
    if not source.strip():
        raise SourceUnreadable(source, "Nothing is named: give an address, a file, a folder, or - for text.")
    if source == STDIN:
        yield _stdin(stdin, parser)
    elif _SCHEME.match(source):
        yield article_at(source, client, parser=parser)
    elif _is_folder(source):
        yield from _folder(source, parser)
    else:
        yield from _file(Path(source), source, parser)


def _stdin(stdin: BinaryIO | None, parser: Parser) -> Draft:
    if stdin is None:
        raise SourceUnreadable(STDIN, "There is no standard input here: name a file or an address instead.")
    raw = files.read_stream(stdin, STDIN)
    return (endings.by_content(raw, parser) or read_text)(raw, STDIN)


def _is_folder(source: str) -> bool:
    try:
        return Path(source).is_dir()
    except (OSError, ValueError):
        return False  # reading it as a file says what is wrong with it


def _folder(source: str, parser: Parser) -> Iterator[Draft | SourceUnreadable]:
    empty = True
    for found in files.walk(Path(source)):
        empty = False
        if isinstance(found, SourceUnreadable):
            yield found
        else:
            yield from _one_of_many(found, parser)
    if empty:
        raise SourceUnreadable(source, f"The folder holds no articles: {endings.KNOWN}.")


def _one_of_many(path: Path, parser: Parser) -> Iterator[Draft | SourceUnreadable]:
    try:
        yield from _file(path, str(path), parser)
    except SourceUnreadable as error:
        yield error


def _file(path: Path, source: str, parser: Parser) -> Iterator[Draft | SourceUnreadable]:
    files.require(path, source)
    if path.suffix.lower() in endings.LINES:
        yield from read_jsonl(path, source)
    else:
        read_one = endings.reader(path.suffix, source, parser)
        yield read_one(files.read_bytes(path, source), source)
