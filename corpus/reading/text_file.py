"""From plain text or Markdown to an article."""

from __future__ import annotations

from corpus import language
from corpus.article import Draft
from corpus.errors import SourceUnreadable
from corpus.reading import byline, encoding, headers, title
from corpus.reading.fields import BadField
from corpus.text import normalise

_NO_TEXT = "It holds no article, only header lines or blanks: write the text below them and add it again."


def read_text(raw: bytes, source: str, url: str | None = None, *, markdown: bool = False) -> Draft:
    """Return the article of a text: what its header lines say, and what is safely inferred.

    The text is all that follows the header, without the blank lines around it. Its Markdown heading is
    its title and no part of it; a first line that only looks like a title stays in it.

    Raises:
        SourceUnreadable: it is no text, holds none, or a header line cannot be read.
    """
    try:
        stated, text = headers.split(normalise(encoding.decode(raw, source)))
    except BadField as error:
        raise SourceUnreadable(source, str(error)) from error
    named = title.heading(text) if markdown else None
    if named and stated.title in {None, named[0]}:
        text = named[1]
    text = text.strip()
    if not any(map(str.isalnum, text)):
        raise SourceUnreadable(source, _NO_TEXT)
    inferred = byline.find(text)
    return Draft(
        text=text,
        source=source,
        url=stated.url or url,
        title=stated.title or (named[0] if named else title.first_line(text)),
        outlet=stated.outlet or inferred.outlet,
        author=stated.author or inferred.author,
        published=stated.published,
        modified=stated.modified,
        language=stated.language or language.detect(text),
    )
