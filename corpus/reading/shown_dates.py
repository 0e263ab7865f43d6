"""The dates that a page shows its readers beside its headline, never those in the running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.reading import furniture, written_dates
from corpus.reading.fields import one_line
from corpus.reading.microdata import stamp
from corpus.reading.own_part import INLINE, OwnPart, shown
from corpus.reading.written_dates import Statement

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]  # lxml ships no types

# Class names of the lines that hold an article's date, as words of a longer name too.
_DATED = re.compile(
    r"date(?!line)|datum|publi(?!c\b)|time(?!line)|byline|posted|meta|(?:post|article|entry)-?info|submitted|"
    r"auth?or|auteur|dachzeile|credits",
    re.IGNORECASE,
)
_FIRST = re.compile(r"publ|posted|submitted|created|entry|post[_-]?date|(?:^|\s)date(?:\s|$)", re.IGNORECASE)
_AT_FOOT = re.compile(r"publ|posted|submitted|entry-?date|post[_-]?date", re.IGNORECASE)
_CHANGED = re.compile(r"updat|modif|gewijzigd|bijgewerkt|changed|revis", re.IGNORECASE)
_LINE = 160  # characters; a longer block is running text
_SHORT = 80  # the same; a date with a name or a place beside it
_PARAGRAPH = 120  # the same of a block's own words
_EARLIEST = 1995  # of news on the web
_REACH = 2  # paragraphs after the headline among which an introduction and then a date may stand
_SENTENCE = re.compile(r"\w{3}[.!?]\s+[A-Z]|\w{3}[.!?]$")
_BELOW, _ABOVE, _FOOT = "below", "above", "foot"
_LISTED = {"ul", "ol", "li", "dl", "dt", "dd", "table", "tbody", "tr", "td", "th"}


@dataclass(frozen=True, slots=True)
class Shown:
    """One element that shows a date: its words, what they state, and the date that it holds for machines."""

    line: str
    words: Statement
    stamp: str | None
    is_change: bool


def near_headline(own: OwnPart) -> list[Shown]:
    """Return what stands beside the headline and is a date, in order of trust.

    First what follows the headline, as far as an introduction goes; then what stands above it in the
    same block; then the lines at the foot of the article that say they are its date.
    """
    found: dict[str, list[Shown]] = {_BELOW: [], _ABOVE: [], _FOOT: []}
    for place, tag in _places(own):
        if place != _FOOT or _says_it_is_the_date(tag):
            found[place].extend(_shown(tag, plain=own.headline is not None))
    return found[_BELOW] + found[_ABOVE][::-1] + found[_FOOT]


def lines_near_headline(own: OwnPart) -> list[str]:
    """Return the short lines beside the headline that are no running text, in whatever language."""
    tags = (tag for place, tag in _places(own) if place != _FOOT and not _is_in_running_text(tag))
    return [words for tag in tags if 0 < len(words := shown(tag)) <= _SHORT]


def _places(own: OwnPart) -> Iterator[tuple[str, HtmlElement]]:
    around = _around(own.headline)
    passed, paragraphs = own.headline is None, 0
    for tag in own.elements:
        passed = passed or tag is own.headline
        paragraphs += passed and _is_paragraph(tag)
        if paragraphs > _REACH:
            yield _FOOT, tag
        elif passed or tag in around:
            yield _BELOW if passed else _ABOVE, tag


def _around(headline: HtmlElement | None) -> set[HtmlElement]:
    # A date above the headline is the article's where both stand in one block; a masthead has today's.
    if headline is None:
        return set()
    blocks = [block for block, _ in zip(headline.iterancestors(), range(3), strict=False)]
    return {tag for block in blocks if block.tag not in {"body", "html"} for tag in block.iterdescendants()}


def _says_it_is_the_date(tag: HtmlElement) -> bool:
    names = _names(tag)
    if _AT_FOOT.search(names) or furniture.is_foot_of_post(names):
        return True
    return written_dates.is_labelled(shown(tag)[:_LINE])


def _shown(tag: HtmlElement, *, plain: bool) -> Iterator[Shown]:
    words, names = _line(tag), _names(tag)
    if not words or _is_in_running_text(tag):
        return
    marked = tag.tag in {"time", "abbr"} or bool(_DATED.search(names) or furniture.is_foot_of_post(names))
    said = written_dates.statement(words) or written_dates.within(words, marked=marked) or _in_parts(tag)
    # What is in a line of several parts stands for itself, unless the line says what it is.
    held = stamp(tag) if marked and (_FIRST.search(names) or not len(tag)) else None
    if held or (said and (marked or (plain and _is_date_line(tag, said)))):
        change = _is_change(tag, names) or (not said and written_dates.is_labelled(words, change=True))
        yield Shown(words, said or Statement(), held, change)


def _in_parts(tag: HtmlElement) -> Statement | None:
    # "Sanne de Wit", a line break and the date; or a list of the two.
    parts = [tag.text, *(child.tail for child in tag if child.tag == "br")]
    parts += [shown(child) for child in tag if child.tag in _LISTED]
    return next((said for part in parts if part and (said := written_dates.statement(part))), None)


def _line(tag: HtmlElement) -> str:
    words = shown(tag)
    if len(words) <= _LINE:
        return words
    # A block of more than a line counts by its first words: what stands before its first part.
    return words[:_LINE] if furniture.is_foot_of_post(_names(tag)) else one_line(tag.text or "")[:_LINE]


def _is_date_line(tag: HtmlElement, said: Statement) -> bool:
    # Nothing marks it: a day of this age of the web, which is neither an entry of a list nor of a table.
    date = said.published or said.modified
    if date is None or date.day is None or date.year < _EARLIEST:
        return False
    above = tag.getparent()
    return above is not None and above.tag not in _LISTED and not any(True for _ in tag.iter(*_LISTED))


def _is_change(tag: HtmlElement, names: str) -> bool:
    # Themes name a date `updated` for hAtom though it is the only one: another word for it decides.
    if _CHANGED.search(names) and not _FIRST.search(names):
        return True
    before, above = tag.getprevious(), tag.getparent()
    if before is None:
        return above is not None and written_dates.announces_change(above.text or "")
    led = before.tail or (shown(before) if isinstance(before.tag, str) else "")
    return written_dates.announces_change(led)


def _names(tag: HtmlElement) -> str:
    return " ".join(filter(None, map(tag.get, ("class", "id", "itemprop"))))


def _is_paragraph(tag: HtmlElement) -> bool:
    return tag.tag not in {"h1", "h2", "h3"} and len(_own_words(tag)) >= _PARAGRAPH


def _is_in_running_text(tag: HtmlElement) -> bool:
    block = next((one for one in (tag, *tag.iterancestors()) if one.tag not in INLINE), tag)
    if _DATED.search(_names(block)) or furniture.is_foot_of_post(_names(block)):
        return False
    words = _own_words(block)
    if len(words) > _LINE:
        return True
    return _SENTENCE.search(words) is not None and written_dates.statement(words) is None


def _own_words(tag: HtmlElement) -> str:
    parts = [tag.text or ""]
    for child in tag:
        parts += [child.text_content() if child.tag in INLINE else " ", child.tail or ""]
    return one_line("".join(parts))
