"""What the tests of reading share: a web site, PDFs made on the spot, files, and how to read them."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable, Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from corpus.article import Draft
from corpus.errors import SourceUnreadable
from corpus.reading.sources import read
from tests.reading.loopback import Site, handler

PAGES = Path(__file__).parent / "pages"


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler(site))
    site.server = server
    site.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield site
    site.closing.set()
    server.shutdown()
    thread.join()
    server.server_close()


def _page(writer: PdfWriter, lines: list[str]) -> None:
    page = writer.add_blank_page(595, 842)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
            NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
        }
    )
    fonts = DictionaryObject({NameObject("/F1"): font})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    shown = b"".join(b"(%b) Tj T*\n" % line.encode("cp1252") for line in lines)
    content = DecodedStreamObject()
    content.set_data(b"BT /F1 11 Tf 14 TL 50 790 Td\n" + shown + b"ET")
    page[NameObject("/Contents")] = writer._add_object(content)  # noqa: SLF001 - pypdf has no other way


@pytest.fixture
def pdf() -> Callable[..., bytes]:
    """Make a PDF of pages of lines, with properties such as /Title, locked where it has a password."""

    def make(*pages: list[str], password: str | None = None, **properties: str) -> bytes:
        writer = PdfWriter()
        for lines in pages:
            _page(writer, lines)
        writer.add_metadata({f"/{name}": value for name, value in properties.items()})
        if password is not None:
            writer.encrypt(password, "owner", algorithm="RC4-128")
        file = io.BytesIO()
        writer.write(file)
        return file.getvalue()

    return make


@pytest.fixture
def page() -> Callable[[str], bytes]:
    """Give one of the news pages written for these tests."""
    return lambda name: (PAGES / name).read_bytes()


@pytest.fixture
def save(tmp_path: Path) -> Callable[[str, str | bytes], str]:
    """Save a file and give its path as a person would name it."""

    def write(name: str, content: str | bytes) -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(path)

    return write


@pytest.fixture
def article() -> Callable[[str], Draft]:
    """Read the one article of a source."""

    def only(source: str) -> Draft:
        (found,) = read(source)
        assert isinstance(found, Draft), found
        return found

    return only


@pytest.fixture
def complaint() -> Callable[[str], str]:
    """Read the one sentence about a source that gives no article."""

    def only(source: str) -> str:
        (found,) = read(source)
        assert isinstance(found, SourceUnreadable), found
        assert found.source == source
        sentence = str(found)
        assert sentence[0].isupper()
        assert sentence.endswith(".")
        assert "Error" not in sentence
        assert "\n" not in sentence
        return sentence

    return only
