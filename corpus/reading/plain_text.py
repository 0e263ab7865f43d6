"""From the words of a text to an article: its header, what stands above it, and its language."""

from corpus import language
from corpus.article import Draft
from corpus.errors import SourceUnreadable
from corpus.reading import byline, headers, pasted, title
from corpus.reading.fields import BadField, Fields
from corpus.text import normalise

_NO_TEXT = "It holds no article, only header lines or blanks: write the text below them and add it again."
_ONLY_AN_ADDRESS = "It holds only an address: add the address itself, or write the text below it."
_NOTHING_KNOWN = Fields()


def article_of(words: str, source: str, known: Fields = _NOTHING_KNOWN, *, markdown: bool = False) -> Draft:
    """Return the article of a text: what its header lines say, and what is safely inferred.

    The text is all that follows the header, without the blank lines around it. Its Markdown heading is
    its title and no part of it; a first line that only looks like a title stays in it.

    Args:
        words: the text as its file has it.
        source: what the person named.
        known: what is known of the article from elsewhere; its own header lines win.
        markdown: whether `#` opens a heading.

    Raises:
        SourceUnreadable: there is no text, or a header line cannot be read.
    """
    try:
        stated, text = headers.split(normalise(words))
    except BadField as error:
        raise SourceUnreadable(source, str(error)) from error
    named = title.heading(text) if markdown else None
    if named and stated.title in {None, named[0]}:
        text = named[1]
    above = pasted.read(text.strip())
    if not any(map(str.isalnum, above.text)):
        raise SourceUnreadable(source, _ONLY_AN_ADDRESS if above.url else _NO_TEXT)
    inferred = byline.find(above.text)
    return Draft(
        text=above.text,
        source=source,
        url=stated.url or known.url or above.url,
        title=stated.title or known.title or (named[0] if named else above.title),
        outlet=stated.outlet or known.outlet or inferred.outlet,
        author=stated.author or known.author or inferred.author or above.author,
        published=stated.published or known.published or above.published,
        modified=stated.modified or known.modified or above.modified,
        language=stated.language or language.detect(above.text) or known.language,
    )
