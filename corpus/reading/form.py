"""From the fields of a form to an article."""

from corpus import language
from corpus.article import Draft
from corpus.reading import fields
from corpus.reading.fields import BadField
from corpus.text import normalise

_NO_TEXT = "There is no text: write or paste the article's own words."


def draft_of(
    *,
    text: str,
    title: str = "",
    outlet: str = "",
    author: str = "",
    published: str = "",
    url: str = "",
    source: str = "a message",
) -> Draft:
    """Return the article that the fields of a form state; an empty field states nothing.

    Nothing but the language is inferred: whoever left a field empty could have filled it.

    Raises:
        BadField: the text is blank, the date cannot be read, or the address is none.
    """
    body = normalise(text).strip()
    if not any(map(str.isalnum, body)):
        raise BadField(_NO_TEXT)
    stated = fields.read(
        {"title": title, "outlet": outlet, "author": author, "published": published, "url": url}
    )
    return Draft(
        text=body,
        source=source,
        url=stated.url,
        title=stated.title,
        outlet=stated.outlet,
        author=stated.author,
        published=stated.published,
        language=language.detect(body),
    )
