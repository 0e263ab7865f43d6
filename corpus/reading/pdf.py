"""From a PDF to an article."""

import datetime
import logging
import re
import unicodedata

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
from corpus.reading.pdf_lines import paragraphs
from corpus.text import folded, normalise

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
_ENOUGH = 10
_ENOUGH_LETTERS = 20
_CODE = re.compile(r"\(cid:\d+\)")
_NO_SIGN = {"Cc", "Co", "Cn", "Cs"}
_WRITTEN = set(".,;:!?'\"()[]-–—/%€$£&@+*#°§•…«»‘’‚“”„‹›_=")  # noqa: RUF001 - typeset punctuation
_MOST_UNKNOWN = 0.1
_MOST_SYMBOLS = 0.25
_MOST_SYMBOLS_OF_NO_LANGUAGE = 0.1
# Dutch and English have about 0.38, Czech 0.4; codes shifted by a glyph table's offset 0.15 and less.
_FEWEST_VOWELS = 0.2
_MOST_ACCENTS = 0.5


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


def legible(raw: str) -> bool:
    """Tell whether a text reads as one; `raw` has its control characters still.

    What it has without a code table: control, private and unassigned signs, "(cid:12)", many symbols,
    the more so where no language is found, and letters of which few are vowels or most have accents.
    """
    signs = [sign for sign in _CODE.sub("\ue000" * 3, raw) if not sign.isspace() and sign != "\u00ad"]
    if len(signs) < _ENOUGH:
        return True
    unknown = sum(unicodedata.category(sign) in _NO_SIGN or sign == "\ufffd" for sign in signs)
    return unknown <= _MOST_UNKNOWN * len(signs) and _few_symbols(signs, raw) and _pronounceable(signs)


def _few_symbols(signs: list[str], raw: str) -> bool:
    symbols = sum(not _is_writing(sign) for sign in signs)
    known = symbols <= _MOST_SYMBOLS_OF_NO_LANGUAGE * len(signs) or language.detect(raw) is not None
    return known and symbols <= _MOST_SYMBOLS * len(signs)


def _is_writing(sign: str) -> bool:
    return sign.isalnum() or sign in _WRITTEN or unicodedata.category(sign)[0] == "M"


def _pronounceable(signs: list[str]) -> bool:
    latin = [sign for sign in signs if sign.isalpha() and "LATIN" in unicodedata.name(sign, "")]
    if len(latin) < max(_ENOUGH_LETTERS, len(signs) / 2):
        return True
    vowels = sum(letter in "aeiouy" for letter in folded("".join(latin)))
    accents = sum(not letter.isascii() for letter in latin)
    return vowels >= _FEWEST_VOWELS * len(latin) and accents <= _MOST_ACCENTS * len(latin)
