"""Whatever happens to Chroma, it is made again from the catalogue without embedding anything."""

import datetime
import logging
import shutil
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from bot.assembly import Desk
from bot.settings import settings_from
from corpus.article import Span
from corpus.catalogue import editing, models
from corpus.catalogue.editing import Author, Embedded
from corpus.filters import Filters
from corpus.vector_space import Matrix, Model
from retrieval.errors import IndexUnavailable
from retrieval.index.chroma_collection import in_view
from retrieval.index.chroma_seal import Seal
from retrieval.index.exact import ExactIndex
from retrieval.models.bundled_embedder import bundled_embedder
from retrieval.models.embedding import Embedder
from tests.conftest import OpenDesk
from tests.storage.newsroom import BONUS, add, article, assert_chroma_agrees, chroma
from tests.storage.processes import Beside, open_chroma

pytestmark = pytest.mark.embedded("the Chroma in a home")

AT = datetime.datetime(2026, 11, 22, tzinfo=datetime.UTC)
PASSAGES = 1100  # Chroma writes its vector files only once it holds a thousand


class Forbidden:
    """A model that must not be used."""

    identity = Model("none", "none", 384)

    def load(self) -> None:
        raise AssertionError("loaded the model")

    def embed(self, texts: Sequence[str]) -> Matrix:
        raise AssertionError(f"embedded {len(texts)} texts again")


@pytest.fixture(scope="module")
def used_home(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Path:
    """A home whose Chroma has been in use and is closed."""
    home = tmp_path_factory.mktemp("used")
    desk = Desk(settings_from({"NEWSDESK_HOME": str(home)}))
    desk.embedder = embedder
    add(desk, article(BONUS))
    draft = article("brug " * PASSAGES)
    spans = [Span(5 * number, 5 * number + 4) for number in range(PASSAGES)]
    vectors = np.random.default_rng(1).normal(size=(PASSAGES, 384)).astype(np.float32)
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    with desk.catalogue.writing() as connection:
        model_id = models.remember(connection, embedder.identity)
        editing.put(connection, draft, Embedded(spans, unit), model_id, Author("a tester", None, AT), None)
    desk.opened_index.bring_up_to_date()
    desk.close()
    return home


@pytest.fixture
def folder(used_home: Path, tmp_path: Path) -> Path:
    """The folder of that Chroma in a home of its own."""
    shutil.copytree(used_home, tmp_path, dirs_exist_ok=True)
    assert any(tmp_path.rglob("*.bin"))
    return tmp_path / "chroma"


def open_without_model(open_desk: OpenDesk) -> Desk:
    desk = open_desk(long_running=True)
    desk.embedder = Forbidden()
    assert desk.chroma is not None
    return desk


def remove_everything(folder: Path) -> None:
    shutil.rmtree(folder)


def overwrite_everything(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            path.write_bytes(b"\xffgarbage" * 1000)


def overwrite_vectors(folder: Path) -> None:
    for path in folder.rglob("*.bin"):
        path.write_bytes(b"\xff" * path.stat().st_size)


def empty_vectors(folder: Path) -> None:
    for path in folder.rglob("*.bin"):
        path.write_bytes(b"")


def remove_vectors(folder: Path) -> None:
    for path in folder.rglob("*.bin"):
        path.unlink()


def truncate_vectors(folder: Path) -> None:
    for path in folder.rglob("*.bin"):
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def truncate_the_list_of_ids(folder: Path) -> None:
    for path in folder.rglob("*.pickle"):
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def truncate_database(folder: Path) -> None:
    database = folder / "chroma.sqlite3"
    database.write_bytes(database.read_bytes()[: database.stat().st_size // 2])


def empty_database(folder: Path) -> None:
    (folder / "chroma.sqlite3").write_bytes(b"")


@pytest.mark.parametrize(
    "damage",
    [
        remove_everything,
        overwrite_everything,
        truncate_database,
        empty_database,
    ],
)
def test_a_damaged_chroma_opens_by_itself_and_holds_the_catalogues_vectors(
    open_desk: OpenDesk, folder: Path, damage: Callable[[Path], None]
) -> None:
    damage(folder)
    desk = open_without_model(open_desk)
    assert_chroma_agrees(desk.catalogue, folder)
    assert desk.chroma is not None
    assert len(desk.chroma.nearest(np.full(384, 384**-0.5, dtype=np.float32), 5, Filters())) == 5


@pytest.mark.parametrize(
    "damage",
    [overwrite_vectors, empty_vectors, remove_vectors, truncate_vectors, truncate_the_list_of_ids],
)
def test_vector_files_on_which_chroma_ends_the_whole_process_do_so_once(
    open_desk: OpenDesk, tmp_path: Path, folder: Path, damage: Callable[[Path], None]
) -> None:
    damage(folder)
    Beside(open_chroma, tmp_path).everything()
    desk = open_without_model(open_desk)
    assert_chroma_agrees(desk.catalogue, folder)


def test_a_chroma_left_in_the_middle_of_a_write_is_rebuilt(
    open_desk: OpenDesk, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (folder / "unfinished").touch()
    with chroma(folder) as client:
        client.list_collections()[0].modify(metadata={"model": "before"})
    desk = open_without_model(open_desk)
    assert_chroma_agrees(desk.catalogue, folder)
    assert not (folder / "unfinished").exists()
    assert "rebuilt from the catalogue" in caplog.text


@pytest.mark.parametrize("damage", [overwrite_everything, truncate_database])
def test_a_rebuild_is_told_in_one_line(
    open_desk: OpenDesk,
    folder: Path,
    damage: Callable[[Path], None],
    caplog: pytest.LogCaptureFixture,
) -> None:
    damage(folder)
    open_without_model(open_desk)
    told = [one for one in caplog.records if one.name.startswith("retrieval")]
    assert [one.levelno for one in told] == [logging.WARNING]
    assert "is damaged or unfinished; it is being rebuilt from the catalogue" in told[0].getMessage()
    assert told[0].exc_info is None


def test_where_no_chroma_can_be_made_one_sentence_says_so(open_desk: OpenDesk, folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_text("not a folder")
    with pytest.raises(IndexUnavailable, match="is a file, where the vector index belongs"):
        open_without_model(open_desk)
    assert folder.read_text() == "not a folder"


def test_an_undamaged_chroma_is_taken_as_it_is(
    open_desk: OpenDesk, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    desk = open_without_model(open_desk)
    assert desk.chroma is not None
    assert desk.chroma.synchronise() == (0, 0)
    assert_chroma_agrees(desk.catalogue, folder)
    assert [one for one in caplog.records if one.name.startswith("retrieval")] == []


def test_a_chroma_that_looked_less_far_is_told_to_without_being_filled_anew(
    open_desk: OpenDesk, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with chroma(folder) as client:
        (listed,) = client.list_collections()
        collection = client.get_collection(listed.name, embedding_function=None)
        collection.modify(configuration={"hnsw": {"ef_search": 10}})
    Seal(folder).put()
    desk = open_without_model(open_desk)
    assert desk.chroma is not None
    assert "rebuilt" not in caplog.text
    exact = ExactIndex(desk.catalogue)
    questions = np.random.default_rng(2).normal(size=(30, 384)).astype(np.float32)
    found = 0
    for question in questions / np.linalg.norm(questions, axis=1, keepdims=True):
        near, nearest = (one.nearest(question, 10, Filters()) for one in (desk.chroma, exact))
        found += len(near.keys() & nearest.keys())
    assert found >= 270  # of 300; 131 where it looks as little far as before


def test_the_more_passages_there_are_the_more_vectors_chroma_keeps_in_view() -> None:
    views = {0: 100, 5_000: 100, 5_001: 200, 20_000: 400, 100_000: 1000, 10**6: 1000}
    assert {many: in_view(many) for many in views} == views


def test_passages_too_many_and_too_few_are_put_right(open_desk: OpenDesk, folder: Path) -> None:
    with chroma(folder) as client:
        (collection,) = client.list_collections()
        collection.delete(ids=collection.get(limit=3)["ids"])
        collection.upsert(ids=["990001", "990002"], embeddings=np.eye(2, 384), metadatas=[{"guild": ""}] * 2)
    desk = open_without_model(open_desk)
    assert_chroma_agrees(desk.catalogue, folder)


def test_the_chroma_of_another_catalogue_is_not_followed(
    open_desk: OpenDesk, tmp_path: Path, folder: Path
) -> None:
    (tmp_path / "catalogue.db").unlink()
    desk = open_desk()
    add(desk, article("Een ander archief begint."))
    assert desk.chroma is not None
    assert desk.chroma.nearest(desk.embedder.embed([BONUS])[0], 50, Filters()).keys() == {1}
    assert folder.exists()


def test_no_text_of_an_article_stands_in_chromas_files(folder: Path) -> None:
    assert any(folder.rglob("*.sqlite3"))
    for path in folder.rglob("*"):
        assert path.is_dir() or b"tekenbonus" not in path.read_bytes()


def test_the_vectors_in_the_catalogue_are_those_of_the_model(open_desk: OpenDesk, tmp_path: Path) -> None:
    desk = open_desk()
    desk.embedder = bundled_embedder(tmp_path, threads=1)
    add(desk, article(BONUS))
    with sqlite3.connect(tmp_path / "catalogue.db") as connection:
        ((stored,),) = connection.execute("SELECT vector FROM vectors").fetchall()
    connection.close()
    again = bundled_embedder(tmp_path, threads=1).embed([BONUS])[0]
    np.testing.assert_allclose(np.frombuffer(stored, dtype="<f4"), again, atol=1e-6)
