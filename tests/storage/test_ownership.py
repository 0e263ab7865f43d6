import time
from pathlib import Path

import pytest

from bot.assembly import Desk
from corpus.catalogue import journal
from corpus.filters import Filters
from retrieval.index.chroma_opening import own
from retrieval.index.chroma_sync import Follower
from retrieval.index.exact import ExactIndex
from tests.conftest import OpenDesk
from tests.storage.newsroom import BONUS, BRIDGE, add, chroma, found
from tests.storage.newsroom import article as written
from tests.storage.processes import Beside, own_chroma


@pytest.mark.embedded("who owns the Chroma in a home")
def test_while_a_process_owns_chroma_others_compare_exactly_and_it_takes_in_what_they_add(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    add(open_desk(), written(BONUS))
    owner = Beside(own_chroma, tmp_path, 60)
    assert owner.hears() == 1

    desk = open_desk(long_running=True)
    assert desk.chroma is None
    assert isinstance(desk.index, ExactIndex)
    assert found(desk, "hoe hoog is de tekenbonus?") == [BONUS]
    add(desk, written(BRIDGE))
    desk.opened_index.bring_up_to_date()
    assert set(found(desk, "the new bridge")) == {BONUS, BRIDGE}

    assert any(owner.hears() == 2 for _ in range(100))
    owner.killed()
    assert open_desk().chroma is not None


def test_the_owner_takes_in_and_drops_what_changes_while_it_follows(open_desk: OpenDesk) -> None:
    desk = open_desk(long_running=True)
    (added,) = add(desk, written(BONUS))
    assert desk.chroma is not None
    follower = Follower(desk.catalogue, desk.chroma, seconds=0.05)
    follower.start()
    try:
        assert becomes(desk, 1)
        add(desk, written(BRIDGE))
        assert becomes(desk, 2)
        desk.curator.remove([added.article.id], "a tester")
        assert becomes(desk, 1)
        assert catches_up(desk)
    finally:
        follower.stop()
    assert desk.chroma.synchronise() == (0, 0)


@pytest.mark.embedded("who owns the Chroma in a home")
def test_what_a_chroma_lost_meanwhile_is_there_again_after_the_next_change(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    desk = open_desk(long_running=True)
    add(desk, written(BONUS))
    assert desk.chroma is not None  # opened, it takes in what is there
    with chroma(tmp_path / "chroma") as client:
        (collection,) = client.list_collections()
        collection.delete(ids=collection.get(include=[])["ids"])
    add(desk, written(BRIDGE))
    assert desk.chroma.synchronise() == (2, 0)
    assert set(found(desk, "the new bridge")) == {BONUS, BRIDGE}
    assert desk.chroma.synchronise() == (0, 0)


@pytest.mark.embedded("who owns the Chroma in a home")
def test_a_chroma_that_lost_everything_is_filled_again_though_no_article_came(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    desk = open_desk(long_running=True)
    (added,) = add(desk, written(BONUS))
    assert added.change is not None
    assert desk.chroma is not None
    desk.chroma.synchronise()
    follower = Follower(desk.catalogue, desk.chroma, seconds=0.05)
    with chroma(tmp_path / "chroma") as client:
        (collection,) = client.list_collections()
        client.delete_collection(collection.name)
    assert found(desk, BONUS) == [BONUS]
    assert not desk.chroma.is_in_step(added.change.id)
    follower.start()
    try:
        assert becomes(desk, 1)
    finally:
        follower.stop()
    assert desk.chroma.is_in_step(added.change.id)


def becomes(desk: Desk, passages: int) -> bool:
    """Wait until Chroma holds so many passages."""
    assert desk.chroma is not None
    vector = desk.embedder.embed(["tekenbonus"])[0]
    for _ in range(1200):
        if len(desk.chroma.nearest(vector, 10, Filters())) == passages:
            return True
        time.sleep(0.05)
    return False


def catches_up(desk: Desk) -> bool:
    """Wait until Chroma has taken in the last change: what is removed is not found before that either."""
    assert desk.chroma is not None
    with desk.catalogue.reading() as connection:
        latest = journal.latest(connection)
    for _ in range(1200):
        if desk.chroma.is_in_step(latest):
            return True
        time.sleep(0.05)
    return False


@pytest.mark.embedded("who owns the Chroma in a home")
def test_the_lock_is_free_again_once_its_owner_lets_go(open_desk: OpenDesk, tmp_path: Path) -> None:
    first = open_desk()
    assert first.chroma is not None
    assert own(tmp_path / "chroma") is None
    assert open_desk().chroma is None
    first.close()
    assert open_desk().chroma is not None
