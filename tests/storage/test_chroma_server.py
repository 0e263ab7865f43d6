import gc
import time
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import chromadb
import pytest
from chromadb.config import Settings

from bot.assembly import Desk
from corpus.catalogue import journal
from retrieval.errors import IndexUnavailable
from retrieval.index.chroma_index import ChromaIndex
from retrieval.index.chroma_mending import MendingChroma
from retrieval.index.chroma_sync import Follower
from retrieval.index.upkeep import Upkeep
from tests.conftest import OpenDesk
from tests.servers import chroma_server
from tests.storage.loopback import free_port
from tests.storage.newsroom import BONUS, BRIDGE, add, article, assert_collection_agrees, found


@pytest.fixture(autouse=True)
def _connections_left_open() -> Iterator[None]:
    """Let go of the connections that chromadb opens and never closes."""
    gc.freeze()  # what was there before holds none of them and takes seconds to look through
    yield
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()
    gc.unfreeze()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """A Chroma server on loopback; gives its port."""
    with chroma_server(tmp_path_factory.mktemp("served")) as served:
        yield served.port


def test_a_chroma_server_takes_the_place_of_the_embedded_one(
    open_desk: OpenDesk, server: int, database: str, tmp_path: Path
) -> None:
    settings = {"DATABASE_URL": database, "CHROMA_URL": f"http://127.0.0.1:{server}"}
    first, second = (open_desk(long_running=True, **settings) for _ in range(2))
    add(first, article(BONUS), article(BRIDGE))
    first.opened_index.bring_up_to_date()
    assert found(second, "hoe hoog is de tekenbonus?")[0] == BONUS
    first.curator.undo(None, "a tester")
    first.opened_index.bring_up_to_date()
    assert found(second, "the new bridge") == [BONUS]
    assert not (tmp_path / "chroma").exists()


def test_of_two_processes_one_at_a_time_keeps_the_server_in_step(open_desk: OpenDesk, server: int) -> None:
    settings = {"CHROMA_URL": f"http://127.0.0.1:{server}"}
    first, second = (open_desk(long_running=True, **settings) for _ in range(2))
    keeping = [Upkeep(desk.catalogue, desk.now) for desk in (first, second)]
    indexes = [desk.chroma for desk in (first, second)]
    followers = [
        Follower(desk.catalogue, index, 0.02, each.turn)
        for desk, index, each in zip((first, second), indexes, keeping, strict=True)
        if index is not None
    ]
    with keeping[0].turn() as mine:
        followers[1].start()
        add(first, article(BONUS))
        time.sleep(0.5)
        assert mine
        assert not _in_step(second, indexes[1])
    deadline = time.monotonic() + 30
    while not _in_step(second, indexes[1]) and time.monotonic() < deadline:
        time.sleep(0.02)
    followers[1].stop()
    assert _in_step(second, indexes[1])
    assert found(second, "hoe hoog is de tekenbonus?") == [BONUS]


def _in_step(desk: Desk, index: ChromaIndex | MendingChroma | None) -> bool:
    with desk.catalogue.reading() as connection:
        return index is not None and index.is_in_step(journal.latest(connection))


def test_the_server_holds_what_the_catalogue_holds(open_desk: OpenDesk, server: int) -> None:
    client: Any = chromadb.HttpClient("127.0.0.1", server, settings=Settings(anonymized_telemetry=False))
    with client:
        for collection in client.list_collections():
            client.delete_collection(collection.name)
        desk = open_desk(CHROMA_URL=f"http://127.0.0.1:{server}")
        add(desk, article(BONUS, "2023-09", outlet="NOS"), article(BRIDGE))
        desk.opened_index.bring_up_to_date()
        assert_collection_agrees(desk.catalogue, client)


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:{port}", "http://127.0.0.1:99999", "127.0.0.1:{port}", "http://"]
)
def test_a_server_that_does_not_answer_is_told_in_a_sentence(open_desk: OpenDesk, url: str) -> None:
    desk = open_desk(CHROMA_URL=url.format(port=free_port()))
    with pytest.raises(IndexUnavailable, match="check CHROMA_URL"):
        desk.opened_index.bring_up_to_date()
