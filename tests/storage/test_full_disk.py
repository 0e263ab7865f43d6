"""A disk that fills up at any point of any work: what was reported is there, nothing half, and it goes on."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from bot.assembly import Desk
from corpus.article import Draft
from corpus.catalogue import answers, integrity
from corpus.errors import CatalogueUnusable
from corpus.filters import Filters
from corpus.vector_space import Matrix
from retrieval.errors import IndexUnavailable
from retrieval.models.embedding import Embedder
from retrieval.models.reindexing import reindex
from tests.conftest import OpenDesk
from tests.storage import harm
from tests.storage.newsroom import BONUS, add, article, assert_chroma_agrees, assert_words_agree, listed
from tests.storage.test_chroma_rebuilt import used_home

__all__ = ["used_home"]  # a fixture
pytestmark = [harm.MOUNTS, pytest.mark.embedded("a home on a full disk")]
SIZE = 32 << 20  # bytes of the disk
STEP = 24_000  # bytes that one point leaves more than the one before: about what an article takes
QUESTION = "Hoe hoog is de tekenbonus?"


def text_of(number: int, version: str) -> Draft:
    """Return one of the articles, in its old or its new text."""
    said = f"Bericht {number}, {version}: " + "de brug over de rivier gaat in juni open. " * 12
    return article(said, url=f"https://example.org/{number}")


OLD, NEW = ([text_of(number, version) for number in range(8)] for version in ("oud", "nieuw"))


@dataclass(frozen=True)
class Renamed:
    """The model under another name, for which all is embedded anew."""

    model: Embedder
    name: str

    @property
    def identity(self) -> object:
        return replace(self.model.identity, name=self.name)

    def load(self) -> None:
        self.model.load()

    def embed(self, texts: Sequence[str]) -> Matrix:
        return self.model.embed(texts)


@dataclass
class FullDisk:
    """A newsdesk on a small disk that is filled up but for some bytes while it works."""

    open_desk: OpenDesk
    home: Path
    told: list[str] = field(default_factory=list)

    def desk(self, *, long_running: bool = False) -> Desk:
        return self.open_desk(NEWSDESK_HOME=str(self.home), long_running=long_running)

    @contextmanager
    def working(self, left: int) -> Iterator[Desk]:
        """Give a desk to work with while the disk is full, then make room."""
        filling = harm.fill(self.home, left)
        desk = None
        try:
            desk = self.desk()
            yield desk
        except (CatalogueUnusable, IndexUnavailable) as error:
            self.told.append(str(error))
        finally:
            if desk is not None:
                with suppress(CatalogueUnusable, IndexUnavailable):
                    desk.opened_index.bring_up_to_date()
                desk.close()
            filling.unlink()

    def whole(self) -> Desk:
        """Require that the newsdesk opens by itself, with nothing half, and takes another article."""
        assert all("There is no room for the" in one for one in self.told)
        desk = self.desk(long_running=True)
        assert desk.chroma is not None
        with desk.catalogue.reading() as connection:
            assert integrity.faults(connection) == []
        assert_words_agree(desk.catalogue)
        assert_chroma_agrees(desk.catalogue, self.home / "chroma")
        return desk


@pytest.fixture
def disk(open_desk: OpenDesk, tmp_path: Path) -> Iterator[FullDisk]:
    home = tmp_path / "disk"
    home.mkdir()
    with harm.small_disk(home, SIZE):
        yield FullDisk(open_desk, home)


def points(some: int, many: int) -> pytest.MarkDecorator:
    """Run a test at one point always, and at so many in all under `make torture`."""
    torture = (pytest.param(point, marks=pytest.mark.torture) for point in range(many) if point != some)
    return pytest.mark.parametrize("point", [some, *torture])


@points(4, 12)
def test_of_what_is_added_all_that_was_reported_is_there(disk: FullDisk, point: int) -> None:
    add(disk.desk(), article(BONUS))
    reported = []
    with disk.working(point * STEP) as desk:
        for one in desk.curator.add(OLD, "a tester"):
            reported.append(one.read.text)  # type: ignore[union-attr]  # noqa: PERF401 - it can break off
    desk = disk.whole()
    every = {BONUS, *(one.text for one in OLD)}
    assert {BONUS, *reported} <= set(listed(desk)) <= every
    assert disk.told
    add(desk, *OLD)
    assert sorted(listed(desk)) == sorted(every)


@points(3, 10)
def test_of_what_is_replaced_each_is_the_old_or_the_new_one(disk: FullDisk, point: int) -> None:
    add(disk.desk(), *OLD)
    reported = []
    with disk.working(point * STEP) as desk:
        for one in desk.curator.add(NEW, "a tester"):
            reported.append(one.read.text)  # type: ignore[union-attr]  # noqa: PERF401 - it can break off
    there = listed(disk.whole())
    assert set(reported) <= set(there)
    assert all((old.text in there) != (new.text in there) for old, new in zip(OLD, NEW, strict=True))
    assert len(there) == len(OLD)


@points(1, 8)
def test_of_what_is_removed_all_is_gone_or_nothing(disk: FullDisk, point: int) -> None:
    desk = disk.desk()
    names = [one.article.id for one in add(desk, *OLD)]
    desk.close()
    removed = 0
    with disk.working(point * STEP // 4) as desk:
        removed = len(desk.curator.remove(names, "a tester"))
    assert len(listed(disk.whole())) == len(OLD) - removed


@points(4, 8)
def test_reindexing_breaks_off_and_goes_on_where_there_is_room(disk: FullDisk, point: int) -> None:
    add(disk.desk(), *OLD)
    other = Renamed(disk.desk().embedder, "another")
    with disk.working(point * STEP // 2) as desk:
        list(reindex(desk.catalogue, other))  # type: ignore[arg-type]
    desk = disk.whole()
    assert len(listed(desk)) == len(OLD)
    list(reindex(desk.catalogue, other))  # type: ignore[arg-type]
    desk.opened_index.bring_up_to_date()
    assert_chroma_agrees(desk.catalogue, disk.home / "chroma")


@pytest.mark.torture
@pytest.mark.parametrize("point", range(8))
def test_an_index_that_does_not_fit_is_made_once_it_does(disk: FullDisk, used_home: Path, point: int) -> None:
    shutil.copy(used_home / "catalogue.db", disk.home)
    with disk.working((4 << 20) + point * 600_000) as desk:
        assert desk.chroma is not None
    disk.whole()


@points(0, 4)
def test_a_question_is_answered_on_a_full_disk_and_remembered_once_there_is_room(
    disk: FullDisk, point: int
) -> None:
    add(disk.desk(), article(BONUS))
    with disk.working(point * STEP // 4) as desk:
        answer = desk.answerer.ask(QUESTION, Filters())
        assert [one.article.draft.text for one in answer.citations] == [BONUS]
    desk = disk.whole()
    answer = desk.answerer.ask(QUESTION, Filters())
    with desk.catalogue.reading() as connection:
        assert answers.find_any(connection, answer.id).question == QUESTION
