"""What a PDF file holds: the one door to pypdfium2."""

from __future__ import annotations

import ctypes
import math
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from corpus.reading.pdf_ink import Ink, Page
from corpus.reading.pdf_pieces import pieces

if TYPE_CHECKING:
    import pypdfium2  # type: ignore[import-untyped]  # it ships no types

_FULL_TURN = 4
_BROKEN_LINE = "\x02"  # what PDFium calls a hyphen that it takes for the margin's
_LINE_ENDS = "\r\n"
# PDFium keeps one state for the whole process: two threads inside it at once crash it.
_ALONE = threading.Lock()


class Locked(Exception):
    """The file does not open without a password, or a key that PDFium does not know."""


class Damaged(Exception):
    """The file has no page that can be read."""


@dataclass(frozen=True, slots=True)
class PdfFile:
    """The pages that could be read, what the file states of itself, and how many pages were lost."""

    pages: tuple[Page, ...]
    properties: Mapping[str, str]
    lost: int


def open_pdf(raw: bytes) -> PdfFile:
    """Return what a file holds; a page or property that is broken is left out.

    Raises:
        Locked: it needs a password.
        Damaged: it is no PDF, or none of its pages can be read.
    """
    with _ALONE:
        document = _document(raw)
        try:
            read = [_page(document, number) for number in range(len(document))]
            pages = tuple(page for page in read if page)
            if not pages:
                raise Damaged
            return PdfFile(pages, _properties(document), len(read) - len(pages))
        finally:
            document.close()


def _document(raw: bytes) -> pypdfium2.PdfDocument:
    import pypdfium2  # noqa: PLC0415 - loads only when a PDF is read

    try:
        return pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code in {pypdfium2.raw.FPDF_ERR_PASSWORD, pypdfium2.raw.FPDF_ERR_SECURITY}
        raise (Locked if locked else Damaged) from error


def _properties(document: pypdfium2.PdfDocument) -> dict[str, str]:
    found = {}
    for name in ("Title", "Author", "Creator", "Producer", "CreationDate"):
        try:
            found[name] = document.get_metadata_value(name)
        except (ValueError, RuntimeError):  # one property that cannot be decoded says nothing of the others
            continue
    return {name: value for name, value in found.items() if value}


def _page(document: pypdfium2.PdfDocument, number: int) -> Page | None:
    import pypdfium2  # noqa: PLC0415 - loads only when a PDF is read

    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return None
    try:
        left, bottom, right, top = page.get_mediabox()
        sheet = _Sheet(left, bottom, right, top, page.get_rotation() // 90 % _FULL_TURN)
        text = page.get_textpage()
        try:
            return Page(tuple(pieces(_letters(text, sheet))), sheet.height)
        finally:
            text.close()
    except (pypdfium2.PdfiumError, ValueError):
        return None
    finally:
        page.close()


@dataclass(frozen=True, slots=True)
class _Sheet:
    left: float
    bottom: float
    right: float
    top: float
    turned: int  # quarters to the right, before the page is looked at

    @property
    def height(self) -> float:
        return self.right - self.left if self.turned % 2 else self.top - self.bottom

    def seen(self, x: float, y: float) -> tuple[float, float]:
        turns = ((x, y), (y, self.right - x), (self.right - x, self.top - y), (self.top - y, x))
        return turns[self.turned]

    def letter(self, character: str, box: Any) -> Ink:  # noqa: ANN401 - a C structure has no type of its own
        if not self.turned:
            return Ink(character, box.left, box.bottom, box.right, box.top)
        one, other = self.seen(box.left, box.bottom), self.seen(box.right, box.top)
        (left, right), (bottom, top) = sorted((one[0], other[0])), sorted((one[1], other[1]))
        return Ink(character, left, bottom, right, top)


def _letters(text: pypdfium2.PdfTextPage, sheet: _Sheet) -> Iterator[Ink]:
    """Yield each character; a line's end, or a hyphen before one, is followed by a line feed."""
    from pypdfium2 import raw  # noqa: PLC0415 - loads only when a PDF is read

    box = raw.FS_RECTF()
    place = ctypes.byref(box)
    for at in range(text.count_chars()):
        character = chr(raw.FPDFText_GetUnicode(text.raw, at))
        raw.FPDFText_GetLooseCharBox(text.raw, at, place)
        if not math.isfinite(box.left + box.bottom + box.right + box.top):
            continue
        ink = sheet.letter(character, box)
        if character in _LINE_ENDS and raw.FPDFText_IsGenerated(text.raw, at):
            yield ink.saying("\n")
        elif character == _BROKEN_LINE and raw.FPDFText_IsHyphen(text.raw, at):
            yield ink.saying("-")
            yield ink.saying("\n")
        else:
            yield ink
