"""Where sentences begin and end: the one door to sentencex.

sentencex (Wikimedia, 244 languages) is fast and keeps offsets, but parts Dutch and English
newspaper prose at "1,9 mln. euro", "3 jan. 2024" or "o.a. te veel"; those partings are undone here.
"""

import re
from itertools import pairwise

import sentencex

from corpus.article import Span

_PARAGRAPH_BREAK = re.compile(r"\n[^\S\n]*\n\s*")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\u2018\u201c'\"])(?:d\.w\.z|o\.a|bijv|bv|ca|c\.q|e\.d|i\.v\.m|m\.a\.w|t/m|t\.o\.v|nl|nr|nrs|resp|vgl|zgn|"
    r"proc|mln|mld|bn|mr|mrs|ms|dr|prof|ir|ing|drs|st|gen|sen|rep|gov|no|vs|approx|est|"
    r"a\.m|p\.m|jan|feb|mrt|mar|apr|jun|jul|aug|sep|sept|okt|oct|nov|dec)\.\s+$",
    re.IGNORECASE,
)
# Words that sentencex takes for abbreviations before most capitals: "who is ill. Brandsma has led …".
_NO_ABBREVIATION = re.compile(r"\b(?:ill|May)\.[\"\u201d\u2019]*\s+(?=[\"\u201c\u2018]?[A-Z])")
_WRAPPED_LINE = 50  # characters; a shorter line that ends without punctuation is a line of its own
# A row of a table: between bars, or in short cells with bars or tabs between them.
_ROW = re.compile(r"[^\S\n]*\|[^\n]*|(?=[^\n]{3,160}$)[^\n]*\S(?: +\| +| *\t+ *)\S[^\n]*", re.MULTILINE)
_OWN_LINE = re.compile(rf"[^\S\n]*(?:[-*\u2022\u2013\u00b7]|\d{{1,2}}[.)])\s|{_ROW.pattern}", re.MULTILINE)

_NUMBER = re.compile(r"\s*\d{1,2}[.)]\s*")  # of an item


def sentences(text: str, language: str | None) -> list[Span]:
    """Return the sentences of `text` in order, trimmed of white space, none across a blank line.

    `language` is an ISO 639-1 code; unknown ones are parted by general rules.
    """
    spans = [
        sentence
        for paragraph in paragraphs(text)
        for line in _lines(text, paragraph)
        for sentence in _in_line(text, line, language)
    ]
    return [span for span in spans if span.start < span.end]


def paragraphs(text: str) -> list[Span]:
    """Return the stretches of `text` between blank lines, trimmed of white space."""
    edges = [(0, 0), *(match.span() for match in _PARAGRAPH_BREAK.finditer(text)), (len(text), len(text))]
    spans = [_trimmed(text, before[1], after[0]) for before, after in pairwise(edges)]
    return [span for span in spans if span.start < span.end]


def _lines(text: str, paragraph: Span) -> list[Span]:
    """Part a paragraph at line ends that are meant, not where an editor wrapped a sentence."""
    spans, start = [], paragraph.start
    for match in re.finditer(r"\n", paragraph.of(text)):
        end = paragraph.start + match.start()
        line = text[start:end].rstrip()
        if _is_own(text, line, end):
            spans.append(Span(start, end))
            start = end + 1
    return [*spans, Span(start, paragraph.end)]


def _is_own(text: str, line: str, end: int) -> bool:
    """Tell whether what stands before the line feed at `end` is a line by itself."""
    if _ROW.fullmatch(line.rsplit("\n", 1)[-1]):
        return True
    short = len(line.rsplit("\n", 1)[-1]) < _WRAPPED_LINE
    return short or line.endswith((".", "!", "?")) or _OWN_LINE.match(text, end + 1) is not None


def _in_line(text: str, line: Span, language: str | None) -> list[Span]:
    written = line.of(text)
    if _ROW.fullmatch(written):
        return [_trimmed(text, line.start, line.end)]
    found = {one["start_index"] for one in sentencex.get_sentence_boundaries(language or "en", written)}
    missed = {match.end() for match in _NO_ABBREVIATION.finditer(written)}
    starts = [0, *(start for start in sorted(found | missed) if start > 0 and not _goes_on(written, start))]
    return [
        _trimmed(text, line.start + start, line.start + end)
        for start, end in pairwise([*starts, len(written)])
    ]


def _goes_on(written: str, start: int) -> bool:
    """Tell whether the sentence before `start` in truth goes on after it."""
    following = written[start : start + 1]
    if following.islower() or _NUMBER.fullmatch(written, 0, start):
        return True
    return _ABBREVIATION.search(written[max(0, start - 12) : start]) is not None


def _trimmed(text: str, start: int, end: int) -> Span:
    stretch = text[start:end]
    left = len(stretch) - len(stretch.lstrip())
    return Span(start + left, max(start + left, start + len(stretch.rstrip())))
