"""The words that an article's fields go by in header lines or front matter."""

import re

_FIELDS = {
    "title": "title, titel, headline, kop",
    "published": (
        "date, datum, published, gepubliceerd, geplaatst, posted, verschenen, publicatiedatum, "
        "published on, posted on, gepubliceerd op, geplaatst op, verschenen op, published at, "
        "published time, publication date, date published, pubdate, pub date, publishdate, publish date"
    ),
    "modified": (
        "modified, updated, gewijzigd, bijgewerkt, updated on, bijgewerkt op, gewijzigd op, last modified, "
        "last updated, last update, laatst bijgewerkt, laatst gewijzigd, laatste update, laatste wijziging, "
        "lastmod, last modified at, date modified"
    ),
    "outlet": "outlet, source, publisher, bron, krant, uitgever",
    "author": "author, authors, auteur, auteurs, door, by, byline, written by, geschreven door",
    "url": (
        "url, link, adres, address, permalink, canonical, canonicalurl, canonical url, source url, "
        "sourceurl, original url"
    ),
    "language": "language, lang, taal",
}
_FIELD_OF = {word: field for field, words in _FIELDS.items() for word in words.split(", ")}
_JOINTS = re.compile(r"[\s_-]+")


def field_of(word: str) -> str | None:
    """Return the field that a word names, however its parts are joined or written in capitals, or None."""
    return _FIELD_OF.get(_JOINTS.sub(" ", word.strip().lower()))
