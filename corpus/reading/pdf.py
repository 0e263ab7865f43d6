"""From a PDF to an article."""

from __future__ import annotations

import datetime
import logging

from corpus import dates, language
from corpus.address import of_page
from corpus.article import Draft, Shortfall
from corpus.errors import SourceUnreadable
from corpus.reading import byline, pdf_columns, pdf_origin
from corpus.reading import title as titles
from corpus.reading.pdf_edges import Inside, Sheet, without_edges
from corpus.reading.pdf_file import Damaged, Locked, PdfFile, open_pdf
from corpus.reading.pdf_glyphs import letters
from corpus.reading.pdf_ink import Page
from corpus.reading.pdf_legible import legible
from corpus.reading.pdf_lines import paragraphs
from corpus.text import normalise

_log = logging.getLogger(__name__)
_ENCRYPTED = "The PDF is locked with a password: save a copy without one and add that."
_SCANNED = (
    "The PDF holds only pictures of its pages: run text recognition (OCR) over it, or add its text as a file."
)
_DAMAGED = "The PDF is damaged or incomplete: open it in a reader, save a new copy and add that."
_ILLEGIBLE = (
    "The PDF does not say which letters its signs are, so its text comes out as gibberish: run text "
    "recognition (OCR) over it, or add the article from its web page."
)


def read_pdf(raw: bytes, source: str, url: str | None = None, today: datetime.date | None = None) -> Draft:
    """Return the article of a PDF; where `today`, the reader's day, is None, it is asked for here.

    Date and author come from its first lines, else from its properties where a layout program stated
    them; the address from a browser's print, where that is of the site it was fetched from, if any.

    Raises:
        SourceUnreadable: it is locked, damaged, holds no text, or text of unknown letters.
    """
    file = _open(raw, source)
    stated = file.properties
    if not legible("\n".join(ink.words for page in file.pages for ink in page.ink)):
        raise SourceUnreadable(source, _ILLEGIBLE)
    inside = _inside(file)
    text = normalise(paragraphs(inside.pages)).strip()
    if not any(map(str.isalpha, text)):
        raise SourceUnreadable(source, _SCANNED)
    return Draft(
        text=text,
        source=source,
        url=of_page(url, inside.address),
        title=pdf_origin.title(stated) or titles.first_line(text),
        outlet=byline.find(text).outlet,
        author=pdf_origin.author(text, stated),
        published=pdf_origin.published(text, stated, today or dates.today()),
        language=language.detect(text),
        shortfall=Shortfall.DOUBTFUL if file.lost else None,
    )


def _open(raw: bytes, source: str) -> PdfFile:
    try:
        file = open_pdf(raw)
    except Locked as error:
        raise SourceUnreadable(source, _ENCRYPTED) from error
    except Damaged as error:
        raise SourceUnreadable(source, _DAMAGED) from error
    if file.lost:
        _log.warning("%s: %d of its pages could not be read", source, file.lost)
    return file


def _inside(file: PdfFile) -> Inside:
    return without_edges([_sheet(page) for page in file.pages], pdf_origin.title(file.properties))


def _sheet(page: Page) -> Sheet:
    lines = pdf_columns.lines(page.ink)
    return Sheet(tuple(line.saying(letters(line.words)) for line in lines), page.height)
