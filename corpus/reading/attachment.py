"""From an attachment of a message to an article: a file that is at hand only as its name and its bytes."""

from __future__ import annotations

import io
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from corpus.errors import SourceUnreadable
from corpus.reading import endings, files, too_long
from corpus.reading.parsing.here import HERE

if TYPE_CHECKING:
    from corpus.article import Draft
    from corpus.reading.parsing.jobs import Parser


def read_attachment(name: str, content: bytes, parser: Parser = HERE) -> Draft | SourceUnreadable:
    """Return the article of an attached file, or the error, never raised, why there is none.

    What its bytes are counts for more than how its name ends.

    Args:
        name: the file's name; only its ending matters, and no file of this machine is looked at.
        content: the file's bytes.
        parser: what is given other than plain text.
    """
    try:
        raw = files.read_stream(io.BytesIO(content), name)
        too_long.require_short_bytes(raw, name)
        suffix = PurePosixPath(name).suffix
        read = endings.by_content(raw, parser)
        read = read or endings.reader(suffix, name, parser, endings.ONE_ARTICLE_KNOWN)
        return too_long.require_short_text(read(raw, name), name)
    except SourceUnreadable as error:
        return error
