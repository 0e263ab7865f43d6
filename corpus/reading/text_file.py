"""From a file of plain text or Markdown to an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.reading import encoding
from corpus.reading.fields import Fields
from corpus.reading.plain_text import article_of

if TYPE_CHECKING:
    from corpus.article import Draft


def read_text(raw: bytes, source: str, url: str | None = None, *, markdown: bool = False) -> Draft:
    """Return the article of a text; `url` is the address it came from, if it came from one.

    Raises:
        SourceUnreadable: it is no text, holds none, or a header line cannot be read.
    """
    return article_of(encoding.decode(raw, source), source, Fields(url=url), markdown=markdown)
