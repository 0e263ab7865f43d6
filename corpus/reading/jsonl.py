"""From a file of JSON lines to articles, one a line."""

import json
from collections.abc import Iterator
from dataclasses import fields as fields_of
from pathlib import Path
from typing import BinaryIO

from corpus import language
from corpus.article import Draft
from corpus.errors import SourceUnreadable
from corpus.reading import encoding, files
from corpus.reading.fields import BadField, Fields, read
from corpus.text import normalise

_NAMES = tuple(field.name for field in fields_of(Fields))
_MEND = "mend the line and add the file again; its other lines are read"


def read_jsonl(path: Path, source: str) -> Iterator[Draft | SourceUnreadable]:
    """Yield the article of each line, and an error for each line that holds none.

    The file itself may be of any size, for it is read line by line; the size limit is the line's.

    Raises:
        SourceUnreadable: there is no such file, or it is closed to us, or holds no line.
    """
    blank = True
    try:
        with path.open("rb") as file:
            for number, line in enumerate(_lines(file), 1):
                if line.strip():
                    blank = False
                    yield _article(line, f"{source}:{number}", number)
    except (OSError, ValueError) as error:
        raise SourceUnreadable(source, files.sentence(error)) from error
    if blank:
        raise SourceUnreadable(source, files.EMPTY)


def _lines(file: BinaryIO) -> Iterator[bytes]:
    while line := file.readline(files.LIMIT + 1):
        yield line
        while len(line) > files.LIMIT and not line.endswith(b"\n"):
            line = file.readline(files.LIMIT + 1)


def _article(line: bytes, source: str, number: int) -> Draft | SourceUnreadable:
    try:
        return _draft(_object(line, source, number), source)
    except BadField as error:
        return SourceUnreadable(source, f"Line {number}: {error}")
    except SourceUnreadable as error:
        return error


def _object(line: bytes, source: str, number: int) -> dict[str, object]:
    if len(line) > files.LIMIT:
        raise SourceUnreadable(source, f"Line {number} is over 20 MB, more than any article: split it.")
    try:
        stated = json.loads(encoding.decode(line, source).lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise SourceUnreadable(source, f"Line {number} is not valid JSON: {_MEND}.") from error
    if not isinstance(stated, dict):
        raise SourceUnreadable(source, f"Line {number} is not a JSON object in braces: {_MEND}.")
    return stated


def _draft(stated: dict[str, object], source: str) -> Draft:
    text = normalise(_string(stated, "text")).strip()
    if not any(map(str.isalnum, text)):
        raise BadField(f"`text` is missing or blank: {_MEND}.")
    said = read({name: _string(stated, name) for name in _NAMES})
    return Draft(
        text=text,
        source=source,
        url=said.url,
        title=said.title,
        outlet=said.outlet,
        author=said.author,
        published=said.published,
        modified=said.modified,
        language=said.language or language.detect(text),
        genre=said.kind,
    )


def _string(stated: dict[str, object], name: str) -> str:
    value = stated.get(name)
    if value is not None and not isinstance(value, str):
        raise BadField(f"`{name}` must be text in quotation marks: {_MEND}.")
    return value or ""
