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
from tests.servers import NO_POSTGRESQL, chroma_server, drop, new_database, postgresql_server
from tests.stores import copied, desk_in, on_servers, refuse_without_servers, skip_what_is_embedded

NewStores = Callable[[], dict[str, str]]
StoresOf = Callable[[Path | str], dict[str, str]]
OpenDesk = Callable[..., Desk]
_ALL_READINGS = 1 << 20  # more than the whole suite asks for


def pytest_sessionstart() -> None:
    refuse_without_servers()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    skip_what_is_embedded(items)


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
    return KeepingReader(bundled, _ALL_READINGS)


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
def chroma_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A Chroma server on loopback, where every catalogue has a collection of its own; gives its address."""
    with chroma_server(tmp_path_factory.mktemp("chroma-server")) as server:
        yield server.url


@pytest.fixture(scope="session")
def new_stores(request: pytest.FixtureRequest) -> NewStores:
    """Make empty stores and give their settings: none for those of a home, both addresses for servers."""

    def made() -> dict[str, str]:
        if not on_servers():
            return {}
        database = new_database(request.getfixturevalue("postgresql"))
        return {"DATABASE_URL": database, "CHROMA_URL": request.getfixturevalue("chroma_url")}

    return made


@pytest.fixture
def stores_of(new_stores: NewStores) -> Iterator[StoresOf]:
    """The settings of the stores of each home of a test; see `new_stores`."""
    made: dict[str, dict[str, str]] = {}

    def of(home: Path | str) -> dict[str, str]:
        if str(home) not in made:
            made[str(home)] = new_stores()
        return made[str(home)]

    yield of
    for settings in made.values():
        if settings:
            drop(settings["DATABASE_URL"])


@pytest.fixture
def stores(stores_of: StoresOf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The settings of the stores that a test's desks share, and the programs that it starts."""
    settings = stores_of(tmp_path)
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    return settings


@pytest.fixture
def stocked_home(sampled_home: Path, stores: dict[str, str], tmp_path: Path) -> Path:
    """A home of the test's own with the sample articles."""
    return copied(sampled_home, tmp_path / "home", stores)


@pytest.fixture(scope="session")
def empty_catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalogue that holds nothing yet: to copy it takes a fifth of what making it does."""
    file = tmp_path_factory.mktemp("empty") / "catalogue.db"
    Catalogue(f"sqlite:///{file}").close()
    return file


@pytest.fixture
def open_desk(
    embedder: Embedder,
    reader: Reader,
    stores: dict[str, str],
    stores_of: StoresOf,
    empty_catalogue: Path,
    tmp_path: Path,
) -> Iterator[OpenDesk]:
    """Open desks on one home, as programs that run beside or after each other do."""
    opened: list[Desk] = []
    if not stores:
        shutil.copy(empty_catalogue, tmp_path / empty_catalogue.name)

    def open_one(
        *, long_running: bool = False, now: Callable[[], datetime.datetime] = now, **settings: str
    ) -> Desk:
        home = settings.pop("NEWSDESK_HOME", str(tmp_path))
        one = desk_in(home, {**stores_of(home), **settings}, long_running=long_running, now=now)
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
