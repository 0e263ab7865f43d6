"""From the lines of a PDF's pages to paragraphs: a PDF knows where ink is, not where a sentence ends."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Sequence

_PAGE_NUMBER = re.compile(
    r"\W*(?:page|pagina|blz\.?|p\.)?\s*\d{1,4}(?:\s*(?:of|van|/)\s*\d{1,4})?\W*", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_ENOUGH_PAGES = 3
_SHORT_LINE = 0.75
_HEADING_LINE = 0.6
_SENTENCE_END = re.compile(r"[.!?:…][\"'’”)\]]*$")  # noqa: RUF001 - typeset quotation marks
_CUT_WORD = re.compile(r"[^\W\d_]-$")
_JOINED_BY = re.compile(r"(?:en|of|and|or|und|oder)\b")
_BULLET = re.compile(r"[•▪‣–*-]\s|\d{1,2}[.)]\s")  # noqa: RUF001 - a dash is a bullet too


def paragraphs(pages: Sequence[Sequence[str]]) -> str:
    """Return the text of the pages' lines, with a blank line between paragraphs.

    Page numbers and lines that most pages repeat at their edge go. A word cut at a line's end is made
    whole. A paragraph ends at a blank line, at a short line that ends a sentence, and around a heading.
    """
    lines = [" ".join(line.split()) for page in _without_edges(pages) for line in page]
    width = _width(lines)
    done: list[str] = []
    current = ""
    last = ""
    for line in lines:
        if current and _breaks(last, line, width):
            done.append(current)
            current = ""
        current = _join(current, line)
        last = line
    return "\n\n".join(filter(None, [*done, current]))


def _width(lines: Sequence[str]) -> float:
    """Return how long a full line is: what the longer half of the lines have in common."""
    lengths = sorted(len(line) for line in lines if line)
    return statistics.median(lengths[len(lengths) // 2 :]) if lengths else 0


def _breaks(last: str, line: str, width: float) -> bool:
    if not last or not line or _BULLET.match(line):
        return True
    if _SENTENCE_END.search(last):
        return len(last) < width * _SHORT_LINE or _is_heading(line, width)
    return _is_heading(last, width) and not line[0].islower()


def _is_heading(line: str, width: float) -> bool:
    ends = _SENTENCE_END.search(line) or _CUT_WORD.search(line)
    return len(line) < width * _HEADING_LINE and not line[0].islower() and not ends


def _join(current: str, line: str) -> str:
    if not _CUT_WORD.search(current) or _JOINED_BY.match(line):
        return f"{current} {line}".strip()
    # "Zuid-" and "Korea" keep their hyphen; "mi-" and "nister" were cut by the margin.
    return current[:-1] + line if line[:1].islower() else current + line


def _without_edges(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    inked = [[line for line in page if line.strip()] for page in pages]
    edges = Counter(_shape(line) for page in inked for line in {*page[:1], *page[-1:]})
    running = {shape for shape, times in edges.items() if times >= max(_ENOUGH_PAGES, len(pages) / 2)}
    return [_trimmed(list(page), running) for page in pages]


def _trimmed(page: list[str], running: set[str]) -> list[str]:
    for edge in (0, -1):
        while page and not page[edge].strip():
            del page[edge]
        if page and (_PAGE_NUMBER.fullmatch(page[edge].strip()) or _shape(page[edge]) in running):
            del page[edge]
    return page


def _shape(line: str) -> str:
    return _DIGITS.sub("0", " ".join(line.split()))
