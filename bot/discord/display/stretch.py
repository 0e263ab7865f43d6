"""The stretch of a quotation that a card has rows for on a phone: whole sentences, if it can."""

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.article import Span
from corpus.sentences import sentences

ELLIPSIS = "…"
# Characters of a sentence that is too long itself: about five rows of a phone, four, three and two.
_CUT = (190, 150, 110, 70)
WIDTH = 42  # characters of a row: a phone of usual width with letters of usual size
# Rows of a card with one article, and for each further one.
ALONE, FURTHER = 12, 4
_OPENS = re.compile(r"^(?:> ?|-# )")
_LINK = re.compile(r"\[((?:\\.|[^\[\]\\])*)\]\(<[^<>]*>\)")
_DAY = re.compile(r"<t:-?\d+:D>")
_LONGEST_DAY = "30 September 2023"
_SIGNS = re.compile(r"\\(\W)|\*\*|~~")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a quotation, exactly as it stands there but for an ellipsis where a sentence is cut.

    `bold` are the words that answer, within `text`; None where none are known.
    """

    text: str
    bold: Span | None = None


def stretches(quote: str, bold: Span | None, language: str | None) -> Iterator[Stretch]:
    """Yield what can be shown of a quotation, fullest first: all, whole sentences, a part of a sentence.

    Args:
        quote: the quotation.
        bold: the words in it that answer, which every stretch holds or, where they are long, begins with.
        language: of the quotation, an ISO 639-1 code.
    """
    yield Stretch(quote, bold)
    core = _sentences_of(quote, bold, language)
    if core != Span(0, len(quote)):
        yield _taken(quote, bold, core)
    for most in _CUT:
        part = _part(quote, bold, core, most)
        if part != core:
            yield _taken(quote, bold, part, core)


def _sentences_of(quote: str, bold: Span | None, language: str | None) -> Span:
    """Return the sentences that the words stand in; the first where no words are known."""
    parts = sentences(quote, language) or [Span(0, len(quote))]
    if bold is None:
        return parts[0]
    met = [one for one in parts if one.start < bold.end and bold.start < one.end] or parts
    return Span(min(met[0].start, bold.start), max(met[-1].end, bold.end))


def _part(quote: str, bold: Span | None, core: Span, most: int) -> Span:
    """Return `most` characters around the words, or fewer: it begins and ends where words do."""
    words = bold or Span(core.start, core.start)
    room = most - (words.end - words.start)
    if room <= 0:
        return Span(words.start, _word_end(quote, words.start + 1, words.start + most))
    start = max(core.start, min(words.start - room // 2, core.end - most))
    end = min(core.end, max(start, core.start) + most)
    start = start if start == core.start else _word_start(quote, start, words.start)
    return Span(start, end if end == core.end else _word_end(quote, words.end, end))


def _word_start(quote: str, earliest: int, latest: int) -> int:
    space = quote.find(" ", earliest, latest)
    return space + 1 if space >= 0 else latest


def _word_end(quote: str, earliest: int, latest: int) -> int:
    space = quote.rfind(" ", earliest, latest)
    return space if space >= 0 else latest


def _taken(quote: str, bold: Span | None, part: Span, core: Span | None = None) -> Stretch:
    """Return a part of a quotation; where it is less than the sentences at its core, that is marked."""
    whole = core or part
    opening = f"{ELLIPSIS} " if part.start > whole.start else ""
    closing = f" {ELLIPSIS}" if part.end < whole.end else ""
    moved = len(opening) - part.start
    last = min(bold.end, part.end) if bold else 0
    within = Span(bold.start + moved, last + moved) if bold else None
    return Stretch(f"{opening}{part.of(quote)}{closing}", within)


def allowed(articles: int) -> int:
    """Return the rows that a card with so many articles may take."""
    return ALONE + FURTHER * max(0, articles - 1)


def rows(markdown: str) -> int:
    """Return how many rows a text of the bot's takes, empty ones too; what formats it takes none."""
    return sum(map(_of_line, markdown.split("\n")))


def rows_of_plain(text: str) -> int:
    """Return the same of a text that is not read as Markdown."""
    return len(textwrap.wrap(text, WIDTH)) or 1


def _of_line(line: str) -> int:
    shown = _DAY.sub(_LONGEST_DAY, _LINK.sub(r"\1", _OPENS.sub("", line)))
    return rows_of_plain(_SIGNS.sub(lambda sign: sign[1] or "", shown))
