"""From the lines of a PDF's pages to paragraphs: a PDF knows where ink is, not where a sentence ends."""

from __future__ import annotations

import itertools
import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from corpus import language
from corpus.reading.byline import is_byline
from corpus.reading.pdf_dateline import day_of
from corpus.reading.pdf_hyphens import Words, join
from corpus.reading.pdf_ink import Ink

_SHORT_LINE = 0.75
_HEADING_LINE = 0.6
_SENTENCE_END = re.compile(r"[.!?:…][\"'’”)\]]*$")  # noqa: RUF001 - typeset quotation marks
_CUT_WORD = re.compile(r"[^\W_]-$")
_BULLET = re.compile(r"[•▪‣–*-]\s|\d{1,2}[.)]\s")  # noqa: RUF001 - a dash is a bullet too
_MOST_OF_TEXT = 0.4
_WIDE_GAP = 1.35
_ENOUGH_STEPS = 10
_CLOSE = 1.3  # heights of a letter's box from line to line, in a text too short to tell by itself
_LEAST = 0.8  # the same; less is a line set in pieces
_LARGER = 1.1
_OPENING = 8
_INDENT = 0.6


@dataclass(frozen=True, slots=True)
class _Measure:
    """How long a full line is in characters, and how far apart lines are in points."""

    width: float
    leading: float

    @classmethod
    def of(cls, lines: Sequence[Ink]) -> _Measure:
        steps = [
            one.top - other.top
            for one, other in itertools.pairwise(lines)
            if one.top - other.top > _LEAST * other.height
        ]
        if len(steps) < _ENOUGH_STEPS:
            close = _CLOSE * min((line.height for line in lines), default=0)
            usual = min([*steps, close])
        else:
            usual = statistics.median_low(steps)
        return cls(_full(sorted((len(line.words) for line in lines), reverse=True)), usual)


def _full(lengths: Sequence[int]) -> int:
    """Return how long a full line is: what the lines with most of the text have, however many short ones."""
    share = _MOST_OF_TEXT * sum(lengths)
    reached = itertools.accumulate(lengths)
    return next((length for length, so_far in zip(lengths, reached, strict=True) if so_far >= share), 0)


def paragraphs(pages: Sequence[Sequence[Ink]]) -> str:
    """Return the text of the pages' lines, with a blank line between paragraphs.

    A word cut at a line's end is made whole. A paragraph ends at a gap, at a short line that ends a
    sentence, before an indented line, around a heading and around a line of author or date at the top.
    """
    lines = [line.saying(" ".join(line.words.split())) for page in pages for line in page]
    lines = [line for line in lines if line.words]
    said = [line.words for line in lines]
    words = Words.of(said, language.detect(" ".join(said)))
    measure = _Measure.of(lines)
    done: list[list[str]] = []
    last: Ink | None = None
    for number, line in enumerate(lines):
        at_top = number < _OPENING
        if last is None or (at_top and _is_credited(last, line, measure)) or _breaks(last, line, measure):
            done.append([line.words])
        elif _CUT_WORD.search(done[-1][-1]):
            done[-1][-1] = join(done[-1][-1], line.words, words)
        else:
            done[-1].append(line.words)
        last = line
    return "\n\n".join(map(" ".join, done))


def _is_credited(last: Ink, line: Ink, measure: _Measure) -> bool:
    """Tell whether one of two lines only names an author or a day, and the other does not run into it."""
    if _is_credit(last):
        return not line.words[0].islower()
    if not _is_credit(line):
        return False
    short = min(len(last.words), len(line.words)) < measure.width * _SHORT_LINE
    return short or _SENTENCE_END.search(last.words) is not None


def _is_credit(line: Ink) -> bool:
    return is_byline(line.words) or day_of(line.words) is not None


def _breaks(last: Ink, line: Ink, measure: _Measure) -> bool:
    if _BULLET.match(line.words):
        return True
    ended = bool(_SENTENCE_END.search(last.words))
    if _stands_apart(last, line, measure, ended=ended):
        return True
    if ended:
        return len(last.words) < measure.width * _SHORT_LINE or _is_heading(line.words, measure.width)
    return _is_heading(last.words, measure.width) and not line.words[0].islower()


def _stands_apart(last: Ink, line: Ink, measure: _Measure, *, ended: bool) -> bool:
    goes_on = not ended and (line.words[0].islower() or _CUT_WORD.search(last.words) is not None)
    if goes_on:
        return False
    gap = last.top - line.top > measure.leading * _WIDE_GAP
    sizes = sorted((last.height, line.height))
    indented = (
        ended and _INDENT < (line.left - last.left) / line.height < 1 / _INDENT**2 and last.top > line.top
    )
    return gap or sizes[1] > sizes[0] * _LARGER or indented


def _is_heading(words: str, width: float) -> bool:
    ends = _SENTENCE_END.search(words) or _CUT_WORD.search(words)
    return len(words) < width * _HEADING_LINE and not words[0].islower() and not ends
