"""What kind of text an article is, where its first line, headline, outlet or address says so."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from corpus.article import Draft, Genre

# As newspapers head such texts, in Dutch and English.
_CALLED = {
    Genre.SATIRE: "satire|satirical|satirisch|parody|parodie",
    Genre.OPINION: "opinion|opinie|columns?|commentaar|comment|editorial|op-ed|essay|ingezonden(?: brief)?",
}
_ALONE = {genre: re.compile(rf"\W*(?:{words})\W*", re.IGNORECASE) for genre, words in _CALLED.items()}
_HEADED = {
    genre: re.compile(rf"\W*(?:{words})\s*[:|\u2013\u2014]", re.IGNORECASE)
    for genre, words in _CALLED.items()
}
_SATIRICAL = re.compile(r"\bsatir(?:e|ical|isch)\b|\bparod(?:y|ie)\b", re.IGNORECASE)


def genre(draft: Draft) -> Genre | None:
    """Return what an article says that it is; None where it says nothing, and so reports."""
    first = draft.text.lstrip().partition("\n")[0]
    title, outlet = draft.title or "", draft.outlet or ""
    path = urlsplit(draft.url or "").path.split("/")
    for one in Genre:
        alone, headed = _ALONE[one], _HEADED[one]
        said = alone.fullmatch(first) or headed.match(title) or headed.match(first)
        if said or any(alone.fullmatch(part) for part in path if part):
            return one
    return Genre.SATIRE if _SATIRICAL.search(outlet) or _SATIRICAL.search(title) else None
