"""The pieces of a passage that can be quoted, each with what gives it sense: a header, a question, a name."""

import re
from functools import lru_cache
from itertools import zip_longest

from corpus.article import Article, Genre, Span
from corpus.live_entries import entry_of
from corpus.sentences import paragraphs, sentences

_RULE = re.compile(r"[\s|:+=_*#\u2013\u2014-]*")  # a line that only rules off, as in a table
_ROW = re.compile(r"\|.*\|\s*\Z|(?=.{3,160}\Z).*\S(?: +\| +| *\t+ *)\S.*\Z")
_ITEM = re.compile(r"(?:[-*\u2022\u2013\u00b7]|\d{1,2}[.)])\s+\S")
_ASKED = re.compile(r"\?[\"'\u201d\u2019\u00bb)]*\Z")
# Words that point back: what they stand for was said before.
_POINTING = re.compile(
    r"[\"'\u201c\u2018]?(?:hij|zij|ze|he|she|they|hun|zijn|haar|his|her|their|(?:dat|that) (?:is|was))\b"
    # "Tegen de huidige koers is dat ongeveer 13.000 euro."
    r"|[^,;:]*\b(?:is|was) (?:dat|that) (?:ongeveer|zo'n|bijna|ruim|circa|about|nearly|some|\D?\d)",
    re.IGNORECASE,
)
_SEVERAL = 2  # questions of an interview
_REPLY = 1500  # characters of a reply
_BACK = 400  # characters before a piece in which the sentence before it is looked for


def pieces(article: Article, passage: Span) -> list[Span]:
    """Return what can be quoted of a passage: sentences, rows, items, replies; no question or ruling line."""
    quotable = _quotable(passage.of(article.draft.text), article.draft.language)
    return [Span(passage.start + one.start, passage.start + one.end) for one in quotable]


@lru_cache(maxsize=256)
def _quotable(text: str, language: str | None) -> tuple[Span, ...]:
    """Return what can be quoted of a text; an answer comes to the same passages several times."""
    said = [one for one in sentences(text, language) if not _RULE.fullmatch(one.of(text))]
    told = [one for one in said if not _ASKED.search(one.of(text))]
    return tuple(told or said)


def context(article: Article, piece: Span) -> Span | None:
    """Return the stretch of an article before a piece that gives it sense; None where it needs none.

    That is the header of a table's row, the line above an item of a list, the question of a reply, what was
    said before a sentence that opens with "he" or "they", and the hour of an entry of a live blog.
    """
    text = article.draft.text
    written = piece.of(text)
    if _ROW.match(written):
        return _header(text, piece)
    if _ITEM.match(written):
        return _heading_line(text, piece)
    before = _before(text, piece, article.draft.language)
    if before is None:
        return None
    if _ASKED.search(before.of(text)):
        return before
    entry = _opening(text, piece) if article.draft.genre is Genre.LIVE_BLOG else None
    return _question(text, piece) or (before if _POINTING.match(written) else None) or entry


def _opening(text: str, piece: Span) -> Span | None:
    """Return the line with its hour that opens the entry of a live blog below which a piece stands."""
    entry = entry_of(text, piece.start)
    if entry is None:
        return None
    opening = sentences(text[entry.start : piece.start], None)[:1]
    return Span(entry.start + opening[0].start, entry.start + opening[0].end) if opening else None


def _question(text: str, piece: Span) -> Span | None:
    """Return the question of an interview in whose reply a piece stands; None where it stands in none.

    A text with several questions that stand alone is one. The reply to its last question is one paragraph:
    what comes after that may be the writer's.
    """
    every, asked = _asked_in(text)
    here = next((place for place, one in enumerate(every) if piece.start < one.end), len(every))
    above = max((place for place in asked if place < here), default=None)
    if above is None or len(asked) < _SEVERAL or piece.start - every[above].end > _REPLY:
        return None
    return every[above] if here == above + 1 or any(place > here for place in asked) else None


@lru_cache(maxsize=16)
def _asked_in(text: str) -> tuple[list[Span], list[int]]:
    """Return the paragraphs of a text, and the places of those that ask; each of its pieces comes here."""
    every = paragraphs(text)
    return every, [place for place, one in enumerate(every) if _ASKED.search(one.of(text))]


def _before(text: str, piece: Span, language: str | None) -> Span | None:
    """Return the sentence before a piece; None where it is the first, or far away."""
    start = max(0, piece.start - _BACK)
    found = sentences(text[start : piece.start], language)[-1:]
    return Span(start + found[0].start, start + found[0].end) if found else None


def _heading_line(text: str, piece: Span) -> Span | None:
    """Return the line above the items of a list, which for a list within one is the item that it explains."""
    deep, above = _indent(text, piece), _lines_above(text, piece)
    for line, before in zip_longest(above, above[1:], fillvalue=Span(0, 0)):
        written = line.of(text)
        goes_on = _indent(text, line) > deep or _ITEM.match(before.of(text))
        if written and (_indent(text, line) < deep if _ITEM.match(written) else not goes_on):
            return line
    return None


def _indent(text: str, line: Span) -> int:
    return line.start - text.rfind("\n", 0, line.start) - 1


def _header(text: str, piece: Span) -> Span | None:
    """Return the first row of the table that a row stands in; None for that row itself."""
    header = None
    for line in _lines_above(text, piece):
        written = line.of(text)
        if not _ROW.match(written):
            break
        if not _RULE.fullmatch(written):
            header = line
    return header


def _lines_above(text: str, piece: Span) -> list[Span]:
    """Return the lines above a piece, the nearest first, trimmed of white space; empty lines too."""
    found, end = [], text.rfind("\n", 0, piece.start)
    while end >= 0:
        start = text.rfind("\n", 0, end) + 1
        line = text[start:end]
        left = len(line) - len(line.lstrip())
        found.append(Span(start + left, start + max(left, len(line.rstrip()))))
        end = start - 1
    return found
