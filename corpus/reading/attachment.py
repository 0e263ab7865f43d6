"""From an attachment of a message to an article: a file that is at hand only as its name and its bytes."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from corpus.errors import SourceUnreadable
from corpus.reading import endings, files, kinds
from corpus.reading.page import read_page
from corpus.reading.pdf import read_pdf

if TYPE_CHECKING:
    from corpus.article import Draft

_KNOWN = ".txt, .md, .html and .pdf files can be read"
_BY_CONTENT: dict[str | None, Callable[[bytes, str], Draft]] = {kinds.PDF: read_pdf, kinds.PAGE: read_page}


def read_attachment(name: str, content: bytes) -> Draft | SourceUnreadable:
    """Return the article of an attached file, or the error, never raised, why there is none.

    What its bytes are counts for more than how its name ends.

    Args:
        name: the file's name; only its ending matters, and no file of this machine is looked at.
        content: the file's bytes.
    """
    try:
        raw = files.read_stream(io.BytesIO(content), name)
        read = _BY_CONTENT.get(kinds.kind(raw)) or endings.reader(PurePosixPath(name).suffix, name, _KNOWN)
        return read(raw, name)
    except SourceUnreadable as error:
        return error
