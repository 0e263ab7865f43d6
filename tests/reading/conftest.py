"""What the tests of reading share: a web site, PDFs made on the spot, files, and how to read them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

from corpus.article import Draft
from corpus.errors import SourceUnreadable
from corpus.reading.sources import read
from tests.reading.drawn_pdf import drawn, lines
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


@pytest.fixture
def pdf() -> Callable[..., bytes]:
    """Make a PDF of pages of lines, with properties such as /Title, locked where it has a password."""

    def make(*pages: list[str], password: str | None = None, **properties: str) -> bytes:
        inked = [lines(*page, top=776, leading=14) for page in pages]
        return drawn(*inked, password=password, size=11, properties=properties)

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
