"""The parts that tests of the whole product share: the bundled model, the sample articles, and desks."""

from __future__ import annotations

import datetime
import gc
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filelock import FileLock

import corpus
from bot.assembly import Desk, now
from bot.settings import settings_from
from corpus.catalogue.connection import Catalogue
from corpus.reading.sources import read
from retrieval.models.bundled_embedder import bundled_embedder
from retrieval.models.embedding import Embedder
from retrieval.models.kept import KeepingReader
from retrieval.models.reader import Reader, bundled_reader
from tests.perturbed import PerturbedEmbedder
from tests.remembering import Remembering
from tests.servers import NO_POSTGRESQL, postgresql_server

OpenDesk = Callable[..., Desk]


def pytest_collection_finish() -> None:
    """Leave out of every later look for garbage what was imported and collected, which lives to the end."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def embedder(tmp_path_factory: pytest.TempPathFactory) -> Embedder:
    """The bundled model, loaded; with noise where `make test NOISE=…` asks for it."""
    bundled = bundled_embedder(tmp_path_factory.mktemp("model"), threads=1)
    bundled.load()
    asked = os.environ  # noqa: TID251 - a setting of the tests, which the program must not know
    cosine, seed = asked.get("NEWSDESK_TEST_NOISE"), asked.get("NEWSDESK_TEST_SEED") or "1"
    return Remembering(PerturbedEmbedder(bundled, float(cosine), int(seed)) if cosine else bundled)


@pytest.fixture(scope="session")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    """The bundled reader, loaded; it remembers what it read."""
    bundled = bundled_reader(tmp_path_factory.mktemp("reader"), threads=1)
    bundled.load()
    return KeepingReader(bundled)


@pytest.fixture(scope="session")
def sampled_home(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A home with the sample articles, added once for all workers: copy it."""
    own = tmp_path_factory.getbasetemp()
    # Workers have folders beside each other; without workers, those beside are of other runs.
    home = (own if worker_id == "master" else own.parent) / "sampled-home"
    with FileLock(f"{home}.lock"):
        if not home.exists():
            made = home.with_suffix(".made")
            desk = Desk(settings_from({"NEWSDESK_HOME": str(made)}))
            desk.embedder = embedder
            list(desk.curator.add(read(str(Path(corpus.__file__).parent / "samples")), "tester"))
            desk.close()
            made.rename(home)
    return home


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """A PostgreSQL server on loopback; gives the address of its first database."""
    with postgresql_server() as server:
        if server is None:
            pytest.skip(NO_POSTGRESQL)
        yield server.url


@pytest.fixture(scope="session")
def empty_catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalogue that holds nothing yet: to copy it takes a fifth of what making it does."""
    file = tmp_path_factory.mktemp("empty") / "catalogue.db"
    Catalogue(f"sqlite:///{file}").close()
    return file


@pytest.fixture
def open_desk(
    embedder: Embedder, reader: Reader, empty_catalogue: Path, tmp_path: Path
) -> Iterator[OpenDesk]:
    """Open desks on one home, as programs that run beside or after each other do."""
    opened: list[Desk] = []
    shutil.copy(empty_catalogue, tmp_path / empty_catalogue.name)

    def open_one(
        *, long_running: bool = False, now: Callable[[], datetime.datetime] = now, **settings: str
    ) -> Desk:
        home = {"NEWSDESK_HOME": str(tmp_path), **settings}
        one = Desk(settings_from(home), long_running=long_running, now=now)
        one.embedder, one.reader = embedder, reader
        opened.append(one)
        return one

    yield open_one
    while opened:
        opened.pop().close()


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    """An empty newsdesk of its own for each test."""
    return open_desk()
