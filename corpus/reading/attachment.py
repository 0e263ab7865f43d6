"""From an attachment of a message to an article: a file that is at hand only as its name and its bytes."""

from __future__ import annotations

import io
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from corpus.errors import SourceUnreadable
from corpus.reading import endings, files

if TYPE_CHECKING:
    from corpus.article import Draft


def read_attachment(name: str, content: bytes) -> Draft | SourceUnreadable:
    """Return the article of an attached file, or the error, never raised, why there is none.

    What its bytes are counts for more than how its name ends.

    Args:
        name: the file's name; only its ending matters, and no file of this machine is looked at.
        content: the file's bytes.
    """
    try:
        raw = files.read_stream(io.BytesIO(content), name)
        suffix = PurePosixPath(name).suffix
        read = endings.by_content(raw) or endings.reader(suffix, name, endings.ONE_ARTICLE_KNOWN)
        return read(raw, name)
    except SourceUnreadable as error:
        return error
