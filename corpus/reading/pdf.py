"""From a PDF to an article: the one door to pypdf."""

from __future__ import annotations

import io
import logging
import re
from typing import TYPE_CHECKING

from corpus import language
from corpus.article import Draft
from corpus.dates import PartialDate
from corpus.errors import SourceUnreadable
from corpus.reading import byline, title
from corpus.reading.fields import one_line
from corpus.reading.pdf_lines import paragraphs
from corpus.text import normalise

if TYPE_CHECKING:
    from pypdf import PdfReader

_ENCRYPTED = "The PDF is locked with a password: save a copy without one and add that."
_SCANNED = (
    "The PDF holds only pictures of its pages: run text recognition (OCR) over it, or add its text as a file."
)
_DAMAGED = "The PDF is damaged or incomplete: open it in a reader, save a new copy and add that."
_NO_TITLE = re.compile(
    r"microsoft \w+ - |untitled|naamloos|document\d*$|.*\.(?:docx?|pdf|indd|qxd|rtf|txt|html?)$",
    re.IGNORECASE,
)
# A browser's print is dated by the day of printing, which says nothing about the article.
_PRINTED = re.compile(r"skia|chrom|quartz|wkhtml|print to pdf|firefox|cairo|webkit", re.IGNORECASE)
_SOFT_HYPHEN = re.compile("\u00ad(?:\n|$)")


def read_pdf(raw: bytes, source: str, url: str | None = None) -> Draft:
    """Return the article of a PDF.

    Title and author come from its properties where they look like such; the date from its creation,
    unless a browser printed it.

    Raises:
        SourceUnreadable: it is locked, damaged, or holds no text.
    """
    try:
        reader = _open(raw, source)
        pages = [_lines(page.extract_text()) for page in reader.pages]
        stated = _properties(reader)
    except SourceUnreadable:
        raise
    except Exception as error:  # a damaged file may fail in any part of its reader
        raise SourceUnreadable(source, _DAMAGED) from error
    text = normalise(paragraphs(pages)).strip()
    if not any(map(str.isalpha, text)):
        raise SourceUnreadable(source, _SCANNED)
    named = byline.find(text)
    return Draft(
        text=text,
        source=source,
        url=url,
        title=_title(stated.get("title")) or title.first_line(text),
        outlet=named.outlet,
        author=_person(stated.get("author")) or named.author,
        published=_date(stated),
        language=language.detect(text),
    )


def _open(raw: bytes, source: str) -> PdfReader:
    from pypdf import PdfReader  # noqa: PLC0415 - loads only when a PDF is read
    from pypdf.errors import DependencyError  # noqa: PLC0415 - the same

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its complaints become our sentences
    reader = PdfReader(io.BytesIO(raw))
    try:
        # Many a PDF that may be read but not changed is encrypted with an empty password.
        locked = reader.is_encrypted and not reader.decrypt("")
    except DependencyError as error:
        raise SourceUnreadable(source, _ENCRYPTED) from error
    if locked:
        raise SourceUnreadable(source, _ENCRYPTED)
    return reader


def _lines(page: str) -> list[str]:
    return _SOFT_HYPHEN.sub("-\n", page).replace("\u00ad", "").split("\n")


def _properties(reader: PdfReader) -> dict[str, str]:
    known = reader.metadata
    if known is None:
        return {}
    created = known.creation_date
    stated = {
        "title": known.title,
        "author": known.author,
        "made by": f"{known.producer} {known.creator}",
        "created": created.date().isoformat() if created else None,
    }
    return {name: normalise(str(value)) for name, value in stated.items() if value}


def _title(stated: str | None) -> str | None:
    cleaned = one_line(stated or "")
    return cleaned if cleaned and not _NO_TITLE.match(cleaned) else None


def _person(stated: str | None) -> str | None:
    # One word is the account of whoever saved the file.
    cleaned = one_line(stated or "")
    return cleaned if " " in cleaned else None


def _date(stated: dict[str, str]) -> PartialDate | None:
    created = stated.get("created")
    return PartialDate.parse(created) if created and not _PRINTED.search(stated.get("made by", "")) else None
