"""Changing the embedding model: refused until `newsdesk reindex` has made its vectors."""

from itertools import islice
from pathlib import Path

import pytest

from bot.assembly import Desk
from bot.diagnosis import diagnose
from bot.settings import settings_from
from corpus.catalogue import integrity, models
from corpus.vector_space import Model
from retrieval.errors import ModelChanged, ModelUnavailable
from retrieval.models.bundled_embedder import FOLDER, WEIGHTS
from retrieval.models.embedding import Embedder, SentenceEmbedder
from retrieval.models.onnx_embedding import OnnxEmbedder
from retrieval.models.reindexing import reindex
from tests.conftest import OpenDesk
from tests.storage.newsroom import BONUS, BRIDGE, add, article, assert_index_agrees, found, listed
from tests.storage.other_model import other_model_in

MANY = [article(f"Bericht nummer {number} over een brug.") for number in range(100)]


@pytest.fixture(scope="session")
def other_model(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A folder with another real model."""
    return other_model_in(tmp_path_factory.mktemp("other-model"))


@pytest.fixture
def other(other_model: str) -> SentenceEmbedder:
    return SentenceEmbedder(other_model)


@pytest.fixture
def filled(newsdesk: Desk) -> Desk:
    # The other model's vectors are random: nothing in them could make up for another language.
    add(newsdesk, article(BONUS), article(BRIDGE))
    return newsdesk


def active(desk: Desk) -> Model:
    with desk.catalogue.reading() as connection:
        found = models.active(connection)
    assert found is not None
    return found[1]


def again(desk: Desk, open_desk: OpenDesk, other: Embedder, *, long_running: bool = False) -> Desk:
    one = open_desk(DATABASE_URL=desk.settings.database_url, long_running=long_running)
    one.embedder = other
    return one


def test_another_model_is_refused_with_the_cure_and_changes_nothing(
    filled: Desk, open_desk: OpenDesk, other: SentenceEmbedder
) -> None:
    changed = again(filled, open_desk, other)
    with pytest.raises(ModelChanged, match="run `newsdesk reindex`, or set EMBEDDING_MODEL back"):
        found(changed, "tekenbonus")
    with pytest.raises(ModelChanged, match="newsdesk reindex"):
        add(changed, article("Een nieuw bericht."))
    assert set(listed(filled)) == {BONUS, BRIDGE}
    assert active(filled) == filled.embedder.identity
    assert [one.cure for one in diagnose(changed) if not one.well] == [
        "Run `newsdesk reindex`, or set EMBEDDING_MODEL back."
    ]


def test_vectors_of_an_earlier_release_stay_in_use_and_doctor_names_the_cure(
    open_desk: OpenDesk, database: str, embedder: Embedder
) -> None:
    earlier = OnnxEmbedder(Model("newsdesk-nl-en", WEIGHTS, 384), FOLDER, threads=1)
    before = open_desk(DATABASE_URL=database)
    before.embedder = earlier
    add(before, article(BONUS))
    before.close()
    desk = open_desk(DATABASE_URL=database, long_running=True)
    assert desk.embedder.identity != earlier.identity
    assert found(desk, "hoe hoog is de tekenbonus?") == [BONUS]
    assert [one.status for one in add(desk, article(BRIDGE))] == ["added"]
    desk.opened_index.bring_up_to_date()
    assert found(desk, "when does the new bridge open?")[0] == BRIDGE
    assert active(desk) == earlier.identity
    (told,) = (one for one in diagnose(desk) if not one.well)
    assert (told.name, told.cure) == ("model", "Run `newsdesk reindex`.")
    assert "embedded by an earlier release" in told.finding
    assert sum(reindex(desk.catalogue, embedder)) == 2
    assert active(desk) == embedder.identity
    assert all(one.well for one in diagnose(desk))
    assert found(desk, "hoe hoog is de tekenbonus?")[0] == BONUS
    assert_index_agrees(desk)


def test_an_article_that_is_there_already_is_unchanged_whatever_the_model(
    filled: Desk, open_desk: OpenDesk, other: SentenceEmbedder
) -> None:
    assert [one.status for one in add(again(filled, open_desk, other), article(BONUS))] == ["unchanged"]


def test_reindexing_switches_the_catalogue_and_chroma_to_the_new_model(
    filled: Desk, open_desk: OpenDesk, other: SentenceEmbedder
) -> None:
    filled.opened_index.bring_up_to_date()
    filled.close()
    changed = again(filled, open_desk, other, long_running=True)
    assert sum(reindex(changed.catalogue, other)) == 2
    assert active(changed) == other.identity
    assert other.identity.dimensions == 16
    assert found(changed, "hoe hoog is de tekenbonus?")[0] == BONUS
    assert_index_agrees(changed)
    with changed.catalogue.reading() as connection:
        assert integrity.faults(connection) == []
    with pytest.raises(ModelChanged, match="newsdesk reindex"):
        found(again(filled, open_desk, filled.embedder), "tekenbonus")


def test_a_running_chroma_follows_the_switch(
    filled: Desk, open_desk: OpenDesk, other: SentenceEmbedder
) -> None:
    assert filled.chroma is not None
    list(reindex(again(filled, open_desk, other).catalogue, other))
    assert filled.chroma.synchronise() == (2, 0)
    assert_index_agrees(filled)


def test_an_interrupted_reindexing_leaves_the_old_model_in_use_and_goes_on_later(
    filled: Desk, other: SentenceEmbedder
) -> None:
    add(filled, *MANY)
    assert list(islice(reindex(filled.catalogue, other), 1)) == [64]
    assert active(filled) == filled.embedder.identity
    assert found(filled, "hoe hoog is de tekenbonus?")[0] == BONUS
    add(filled, article("Intussen komt dit bericht erbij."))
    assert sum(reindex(filled.catalogue, other)) == 39
    assert active(filled) == other.identity


def test_an_interrupted_reindexing_can_be_given_up(filled: Desk, other: SentenceEmbedder) -> None:
    add(filled, *MANY)
    list(islice(reindex(filled.catalogue, other), 1))
    assert list(reindex(filled.catalogue, filled.embedder)) == []
    assert active(filled) == filled.embedder.identity
    assert found(filled, "hoe hoog is de tekenbonus?")[0] == BONUS
    assert sum(reindex(filled.catalogue, other)) == 102


def test_what_was_replaced_before_the_switch_can_still_be_brought_back(
    filled: Desk, open_desk: OpenDesk, other: SentenceEmbedder
) -> None:
    filled.curator.remove([one.article.id for one in add(filled, article(BONUS))], "a tester")
    changed = again(filled, open_desk, other)
    list(reindex(changed.catalogue, other))
    changed.curator.undo(None, "a tester")
    assert found(changed, "hoe hoog is de tekenbonus?")[0] == BONUS


def test_an_empty_catalogue_takes_whatever_model_comes(
    open_desk: OpenDesk, database: str, other: SentenceEmbedder
) -> None:
    desk = open_desk(DATABASE_URL=database)
    desk.embedder = other
    assert list(reindex(desk.catalogue, other)) == []
    add(desk, article(BONUS))
    assert found(desk, "tekenbonus") == [BONUS]


def test_the_chosen_model_comes_from_the_settings(other_model: str, tmp_path: Path) -> None:
    desk = Desk(settings_from({"NEWSDESK_HOME": str(tmp_path), "EMBEDDING_MODEL": other_model}))
    add(desk, article(BONUS))
    assert active(desk) == desk.embedder.identity
    assert (active(desk).name, active(desk).dimensions) == (other_model, 16)
    desk.close()


def test_a_model_that_is_none_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match="set EMBEDDING_MODEL to a folder"):
        SentenceEmbedder(str(tmp_path)).load()
