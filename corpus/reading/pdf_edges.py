"""What frames the pages of a PDF: running heads, page numbers, the lines that a browser prints."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.address import is_address
from corpus.reading.pdf_ink import Ink

_NUMBER = r"(?:(?:page|pagina|blz\.?|p\.)\s*)?\d{1,4}(?:\s*(?:of|van|/)\s*\d{1,4})?"
_PAGE_NUMBER = re.compile(rf"\W*{_NUMBER}\W*", re.IGNORECASE)
_COUNTER = re.compile(
    r"(?:\b(?:page|pagina|blz\.?|p\.)\s*)?(?<![\d/.-])\d{1,3}\s*(?:/|of|van)\s*\d{1,3}(?![\d/.-])",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\b[a-z][a-z.+-]{1,30}:(?://|blank)\S*", re.IGNORECASE)
_TIME = r"(?:,?\s*(?:om |at )?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?)"
_STAMP = re.compile(
    rf"(?<!\d)\d{{1,4}}([-/.])\s?\d{{1,2}}\1\s?\d{{2,4}}(?!\d){_TIME}?"
    rf"|(?<!\d)\d{{1,2}}\.? [^\W\d_]{{3,9}}\.? \d{{4}}{_TIME}|\b[^\W\d_]{{3,9}} \d{{1,2}}, \d{{4}}{_TIME}",
    re.IGNORECASE,
)
_CUT = ("…", "...")
_DIGITS = re.compile(r"\d+")
_ENOUGH_PAGES = 3
_PAIR = 2
_SAME_PLACE = 3.0  # points
_MARGIN = 50.0  # points: browsers print within 18 mm of the paper's edge
_MOST_LINES = 3  # of one edge of a page


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of a page in reading order, and the page's height in points."""

    lines: tuple[Ink, ...]
    height: float


@dataclass(frozen=True, slots=True)
class Inside:
    """The pages' lines without what only frames them, and the address that a browser printed there."""

    pages: tuple[tuple[Ink, ...], ...]
    address: str | None


def without_edges(sheets: Sequence[Sheet], title: str | None = None) -> Inside:
    """Take page numbers, running heads and what a browser prints around a page from the pages' edges.

    Of a print, told by its lines in the margin that are address, page count and date alone, the whole
    margin lines go, with the title that stands in them; its address is believed where it is not cut.
    """
    margins = [line for sheet in sheets for line in sheet.lines if _in_margin(line, sheet.height)]
    is_print = any(_is_printed(line.words) for line in margins)
    framing = _Framing(_running(sheets), is_print, title)
    pages = tuple(framing.inside(sheet) for sheet in sheets)
    # An office prints its own address below all its letters; a browser adds the page's count or the day.
    counted = any(_COUNTER.search(line.words) or _STAMP.search(line.words) for line in margins)
    return Inside(pages, next(_addresses(margins), None) if is_print and counted else None)


@dataclass(frozen=True, slots=True)
class _Framing:
    running: frozenset[str]
    is_print: bool
    title: str | None

    def inside(self, sheet: Sheet) -> tuple[Ink, ...]:
        lines = [line for line in sheet.lines if line.words.strip()]
        for topmost in (True, False):
            for _ in range(_MOST_LINES):
                outer = _outermost(lines, topmost=topmost)
                if outer is None or not self._frames(outer, sheet.height):
                    break
                lines.remove(outer)
        return tuple(lines)

    def _frames(self, line: Ink, height: float) -> bool:
        words = line.words.strip()
        if _PAGE_NUMBER.fullmatch(words) or _shape(words) in self.running:
            return True
        return self.is_print and _in_margin(line, height) and self._printed(words)

    def _printed(self, words: str) -> bool:
        return _left(words) != words or words == self.title


def _running(sheets: Sequence[Sheet]) -> frozenset[str]:
    """Return the lines that stand at the edge of most pages, whatever their numbers."""
    if len(sheets) == _PAIR:
        return _twice(*sheets)
    times = Counter(
        shape for sheet in sheets for shape in {_shape(line.words) for line in _edge_lines(sheet)}
    )
    enough = max(_ENOUGH_PAGES, len(sheets) / 2)
    return frozenset(shape for shape, found in times.items() if found >= enough)


def _twice(one: Sheet, other: Sheet) -> frozenset[str]:
    # Of two pages a sentence too may stand on both: only the margin says that it frames them.
    first, second = (
        {_shape(line.words): line.top for line in _edge_lines(sheet) if _in_margin(line, sheet.height)}
        for sheet in (one, other)
    )
    both = first.keys() & second.keys()
    return frozenset(shape for shape in both if abs(first[shape] - second[shape]) < _SAME_PLACE)


def _edge_lines(sheet: Sheet) -> Iterator[Ink]:
    inked = [line for line in sheet.lines if line.words.strip()]
    for topmost in (True, False):
        outer = _outermost(inked, topmost=topmost)
        if outer:
            yield outer


def _outermost(lines: Sequence[Ink], *, topmost: bool) -> Ink | None:
    if topmost:
        return max(lines, key=lambda line: line.top, default=None)
    return min(lines, key=lambda line: line.bottom, default=None)


def _in_margin(line: Ink, height: float) -> bool:
    return line.bottom < _MARGIN or line.top > height - _MARGIN


def _is_printed(words: str) -> bool:
    marks = bool(_ADDRESS.search(words)), bool(_COUNTER.search(words)), bool(_STAMP.search(words))
    alone = not any(map(str.isalnum, _left(words)))
    return (marks[0] and (alone or sum(marks) > 1)) or (sum(marks) > 1 and alone)


def _left(words: str) -> str:
    """Return what is left of a line without addresses, dates and page counts."""
    return _COUNTER.sub("", _STAMP.sub("", _ADDRESS.sub("", words)))


def _addresses(lines: Sequence[Ink]) -> Iterator[str]:
    for line in lines:
        for found in _ADDRESS.findall(line.words):
            if is_address(found) and not found.endswith(_CUT):
                yield found


def _shape(words: str) -> str:
    return _DIGITS.sub("0", " ".join(words.split()))
