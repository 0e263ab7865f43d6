"""What the tests of finding and answering share: a web site on loopback, and a desk with the samples."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

from bot.assembly import Desk
from retrieval.models.embedding import Embedder
from retrieval.models.reader import Reader
from tests.conftest import NewStores
from tests.reading.loopback import Site, handler
from tests.stores import copied, desk_in


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    site.server = ThreadingHTTPServer(("127.0.0.1", 0), handler(site))
    site.url = f"http://127.0.0.1:{site.server.server_port}"
    thread = threading.Thread(target=site.server.serve_forever, args=(0.01,))
    thread.start()
    yield site
    site.closing.set()
    site.server.shutdown()
    thread.join()
    site.server.server_close()


@pytest.fixture(scope="session")
def samples(
    embedder: Embedder,
    reader: Reader,
    sampled_home: Path,
    new_stores: NewStores,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Desk]:
    """A desk with the sample articles; tests ask it and leave its articles as they are."""
    stores = new_stores()
    home = copied(sampled_home, tmp_path_factory.mktemp("samples") / "home", stores)
    desk = desk_in(home, stores)
    desk.embedder, desk.reader = embedder, reader
    yield desk
    desk.close()
