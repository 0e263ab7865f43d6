"""What an article is marked with on its way in: what kind of text it is, and whether only a beginning."""

import re
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import urlsplit

from corpus.article import Draft, Genre, Shortfall
from corpus.genre_words import CALLED, ITSELF, NAMED, OUTLETS, PAID_BY, SAID, SATIRISTS, THIS
from corpus.live_entries import entries
from corpus.paywall import before_wall

_ALONE = {one: re.compile(rf"\W*(?:{words})\W*", re.IGNORECASE) for one, words in CALLED.items()}
_NAME = r" [A-Z][\w.'\u2019-]*(?: [\w.'\u2019-]+){0,4}"
_HEADED = {
    one: re.compile(
        rf"\W*(?i:{words})(?:{NAMED[one]}{_NAME})?\s*[:|\u2013\u2014]"
        if one in NAMED
        else rf"\W*(?i:{words})\s*[:|\u2013\u2014]"
    )
    for one, words in CALLED.items()
}
_TAILED = {
    one: re.compile(rf"(?:\s[|\u2013\u2014-]\s+(?:{words})|[(\[](?:{words})[)\]])\s*$", re.IGNORECASE)
    for one, words in CALLED.items()
}
_SAYS = {
    one: re.compile(rf"\W*(?:{THIS} (?:{words})|{ITSELF.format(words=f'(?:{words})')})", re.IGNORECASE)
    for one, words in SAID.items()
}
_PAID_BY = re.compile(rf"\W*(?:{PAID_BY})", re.IGNORECASE)
_OUTLETS = {one: re.compile(words, re.IGNORECASE) for one, words in OUTLETS.items()}
# "Live" alone heads reviews of concerts too: such a page is a live blog where its entries have their times.
_LIVE = re.compile(r"\W*live(?:\W*|\s*[:|\u2013\u2014].*)|.*\s[|\u2013\u2014-]\s+live\s*", re.IGNORECASE)
_FEW = 2
_PARTS = re.compile(r"(?:(?<!\s)\s+)?[/>|,;&+\u203a\u00bb]\s*|(?<!\s)\s+(?:en|and)\s+")
_SHORT = 900  # characters; below "Correction: …" a longer text is the article that was put right


def genre(draft: Draft) -> Genre | None:
    """Return what an article says that it is; None where it says nothing, and so reports."""
    lines = [line.strip() for line in draft.text.split("\n") if line.strip()] or [""]
    said = (one for one in CALLED if _is_headed(one, draft, lines[0]) or _says(one, {lines[0], lines[-1]}))
    found = next(said, None) or kind_of(_address(draft.url)) or _by_outlet(draft)
    return found or (Genre.LIVE_BLOG if _is_live(draft, lines[0]) else None)


def kind_of(labels: Iterable[str]) -> Genre | None:
    """Return the kind that the first of several sections or labels names which names any."""
    return next((one for one in map(_called, labels) if one), None)


def _called(label: str) -> Genre | None:
    """Return the kind that a label names, whole or in one of its parts: "News / Opinion"."""
    parts = [part.replace("-", " ").replace("_", " ") for part in (label, *_PARTS.split(label))]
    return next((one for one in CALLED if any(map(_ALONE[one].fullmatch, parts))), None)


def _is_headed(one: Genre, draft: Draft, first: str) -> bool:
    title = draft.title or ""
    if _HEADED[one].match(title) or _TAILED[one].search(title) or _ALONE[one].fullmatch(title):
        return True
    opens = _ALONE[one].fullmatch(first) or _HEADED[one].match(first)
    return opens is not None and (one is not Genre.CORRECTION or len(draft.text) <= _SHORT)


def _says(one: Genre, lines: Iterable[str]) -> bool:
    """Tell whether the first or last line says in a sentence what the text is, or who paid for it."""
    if any(map(_SAYS[one].match, lines)):
        return True
    return one is Genre.ADVERTORIAL and any(map(_PAID_BY.fullmatch, lines))


def _address(url: str | None) -> list[str]:
    """Return the words of an address that may name a section: its first name and its folders."""
    if url is None:
        return []
    split = urlsplit(url)
    return [split.netloc.partition(".")[0], *filter(None, split.path.split("/"))]


def _by_outlet(draft: Draft) -> Genre | None:
    outlet, host = draft.outlet or "", urlsplit(draft.url or "").netloc.lower().removeprefix("www.")
    named = {re.sub(r"\W", "", outlet.casefold()), host.rpartition(".")[0]}
    if not named.isdisjoint(SATIRISTS):
        return Genre.SATIRE
    return next((one for one, words in _OUTLETS.items() if words.search(outlet)), None)


def _is_live(draft: Draft, first: str) -> bool:
    labels = (draft.title or "", first, *_address(draft.url))
    return any(map(_LIVE.fullmatch, labels)) and len(entries(draft.text)) >= _FEW


def labelled(draft: Draft) -> Draft:
    """Return an article with its marks and without what a paywall says below it.

    What is stated, or was read from the page around the text, stays.
    """
    text, stops = before_wall(draft.text)
    return replace(_marked(draft, stops=stops), text=text)


def labels(draft: Draft) -> Draft:
    """Return an article with its marks and its text as it is, as for one whose passages are cut."""
    return _marked(draft, stops=before_wall(draft.text)[1])


def _marked(draft: Draft, *, stops: bool) -> Draft:
    shortfall = Shortfall.BEGINNING if stops else None
    return replace(draft, genre=draft.genre or genre(draft), shortfall=draft.shortfall or shortfall)
