"""From an e-book (EPUB) to an article: what its package states and the text of its chapters."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote

from corpus import language
from corpus.address import is_address
from corpus.errors import SourceUnreadable
from corpus.reading import clean_markup, encoding, zipped
from corpus.reading.fields import Fields, one_line
from corpus.reading.plain_text import article_of
from corpus.reading.written_dates import read

if TYPE_CHECKING:
    from zipfile import ZipFile

    from lxml.etree import _Element as Element  # type: ignore[import-untyped]  # lxml ships no types

    from corpus.article import Draft
    from corpus.dates import PartialDate

_BROKEN = "It is no EPUB that can be opened: get it again, or add its text as a file."
_LOCKED = "The book is locked by its seller: add a copy without a lock, or its text as a file."
_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"


def read_book(raw: bytes, source: str) -> Draft:
    """Return the article of an EPUB: all its chapters in order, as one text.

    Raises:
        SourceUnreadable: it is none, is damaged or locked, or holds no text.
    """
    try:
        with zipped.opened(raw, source, _BROKEN) as archive:
            place, package = _package(archive)
            names = list(_chapters(package, posixpath.dirname(place)))
            _require_unlocked(archive, names, source)
            chapters = [clean_markup.read(encoding.decode(archive.read(name), source)) for name in names]
    except SourceUnreadable:
        raise
    except Exception as error:  # a damaged file may fail in any part of its readers
        raise SourceUnreadable(source, _BROKEN) from error
    known = _stated(package)
    pieces = [piece for chapter in chapters for piece in chapter if piece and piece != known.title]
    return article_of("\n\n".join(pieces), source, known)


def _parsed(markup: bytes) -> Element:
    from lxml import etree  # type: ignore[import-untyped]  # noqa: PLC0415 - loads only when a book is read

    return etree.fromstring(markup, etree.XMLParser(resolve_entities=False, no_network=True, recover=True))


def _package(archive: ZipFile) -> tuple[str, Element]:
    container = _parsed(archive.read(_CONTAINER))
    place = str(container.xpath("string(//*[local-name()='rootfile']/@full-path)"))
    return place, _parsed(archive.read(place))


def _chapters(package: Element, folder: str) -> Iterator[str]:
    """Yield the names of the parts that are read in order, without the table of contents."""
    items = {item.get("id"): item for item in package.xpath("//*[local-name()='item']")}
    for reference in package.xpath("//*[local-name()='itemref'][not(@linear='no')]"):
        item = items.get(reference.get("idref"))
        if (
            item is not None
            and "html" in item.get("media-type", "")
            and "nav" not in item.get("properties", "")
        ):
            yield posixpath.normpath(posixpath.join(folder, unquote(item.get("href", ""))))


def _require_unlocked(archive: ZipFile, names: list[str], source: str) -> None:
    if _ENCRYPTION in archive.namelist():
        references = _parsed(archive.read(_ENCRYPTION)).xpath("//*[local-name()='CipherReference']/@URI")
        if {unquote(str(reference)) for reference in references}.intersection(names):  # fonts often are
            raise SourceUnreadable(source, _LOCKED)


def _stated(package: Element) -> Fields:
    def said(name: str, unless: str = "false()") -> list[str]:
        found = package.xpath(f"//*[local-name()='metadata']//*[local-name()='{name}'][not({unless})]")
        return [words for one in found if (words := one_line("".join(one.itertext())))]

    other_roles = "@*[local-name()='role'] and @*[local-name()='role']!='aut'"
    changes = "@*[local-name()='event'] and @*[local-name()='event']!='publication'"
    addresses = filter(is_address, [*said("source"), *said("identifier")])
    return Fields(
        url=next(addresses, None),
        title=next(iter(said("title")), None),
        outlet=next(iter(said("publisher")), None),
        author=", ".join(said("creator", other_roles)) or None,
        published=_first_date(said("date", changes)),
        language=next(filter(None, map(language.code, said("language"))), None),
    )


def _first_date(written: list[str]) -> PartialDate | None:
    return next((day for one in written if (day := read(one))), None)
