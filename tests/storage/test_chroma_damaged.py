"""Whatever becomes of Chroma's files, nothing crashes or answers wrongly, and the index is made anew."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from bot.assembly import Desk
from corpus.filters import Filters
from retrieval.index.chroma_held import holds_passages
from retrieval.index.chroma_seal import Seal
from retrieval.index.chroma_sync import Follower
from retrieval.index.exact import ExactIndex
from tests.conftest import OpenDesk
from tests.storage.newsroom import BONUS, BRIDGE, add, article, assert_chroma_agrees, found
from tests.storage.test_chroma_rebuilt import folder, open_without_model, used_home
from tests.storage.test_ownership import catches_up

pytestmark = pytest.mark.embedded("the Chroma in a home")

__all__ = ["folder", "used_home"]  # fixtures
ASKED = np.full(384, 384**-0.5, dtype=np.float32)
Damage = Callable[[Path, random.Random], None]


def truncate(file: Path, chance: random.Random) -> None:
    file.write_bytes(file.read_bytes()[: chance.randrange(file.stat().st_size)])


def delete(file: Path, _chance: random.Random) -> None:
    file.unlink()


def flip_a_bit(file: Path, chance: random.Random) -> None:
    written = bytearray(file.read_bytes())
    written[chance.randrange(len(written))] ^= 1 << chance.randrange(8)
    file.write_bytes(written)


ANY = pytest.mark.parametrize("damage", [truncate, delete, flip_a_bit])


def harmed(folder: Path, damage: Damage, point: int) -> None:
    """Damage one of the files that hold anything, the seal among them, at a place that goes by `point`."""
    chance = random.Random(point)  # noqa: S311 - places that can be tried again
    files = sorted(one for one in folder.rglob("*") if one.is_file() and one.stat().st_size)
    damage(chance.choice(files), chance)


def is_right(desk: Desk, folder: Path) -> None:
    """Require that the index finds what comparing with all vectors of the catalogue finds.

    Of vectors that are all about as far from the asked one, an index that is made anew may miss one.
    """
    assert desk.chroma is not None
    near, exact = (one.nearest(ASKED, 5, Filters()) for one in (desk.chroma, ExactIndex(desk.catalogue)))
    assert len(near) == len(exact)
    assert len(near.keys() & exact.keys()) >= len(exact) - 1
    assert sorted(near.values()) == pytest.approx(sorted(exact.values()), abs=0.02)
    assert_chroma_agrees(desk.catalogue, folder)


@ANY
def test_damage_in_its_files_is_noticed_before_chroma_is_opened(
    open_desk: OpenDesk, tmp_path: Path, damage: Damage, caplog: pytest.LogCaptureFixture
) -> None:
    desk = open_desk(long_running=True)
    add(desk, article(BONUS), article(BRIDGE))
    desk.opened_index.bring_up_to_date()
    desk.close()
    harmed(tmp_path / "chroma", damage, 1)
    again = open_without_model(open_desk)
    assert "is being rebuilt from the catalogue" in caplog.text
    is_right(again, tmp_path / "chroma")


@pytest.mark.torture
@ANY
def test_damage_at_fifty_places_of_its_files_is_noticed(
    open_desk: OpenDesk, folder: Path, damage: Damage, caplog: pytest.LogCaptureFixture
) -> None:
    whole = shutil.copytree(folder, folder.with_name("whole"))
    for point in range(50):
        harmed(folder, damage, point)
        caplog.clear()
        desk = open_without_model(open_desk)
        assert "is being rebuilt from the catalogue" in caplog.text
        is_right(desk, folder)
        desk.close()
        shutil.rmtree(folder)
        shutil.copytree(whole, folder)


def test_a_seal_holds_while_nothing_is_written_and_not_while_something_is(tmp_path: Path) -> None:
    seal = Seal(tmp_path)
    assert seal.holds()
    (tmp_path / "one").write_text("1")
    assert not seal.holds()
    seal.put()
    assert Seal(tmp_path).holds()
    seal.lift()
    assert not Seal(tmp_path).holds()
    seal.put()
    (tmp_path / "two").write_text("2")
    assert not Seal(tmp_path).holds()


def test_questions_leave_the_seal_as_it_is(open_desk: OpenDesk, tmp_path: Path) -> None:
    desk = open_desk(long_running=True)
    add(desk, article(BONUS), article(BRIDGE))
    desk.opened_index.bring_up_to_date()
    assert desk.chroma is not None
    for language in ("nl", "en", "nl"):
        desk.chroma.nearest(ASKED, 50, Filters(language=language))
    desk.close()
    assert Seal(tmp_path / "chroma").holds()


def test_a_chroma_that_fails_while_the_bot_runs_is_made_anew_and_nobody_waits_for_it(
    open_desk: OpenDesk, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    desk = open_desk(long_running=True)
    add(desk, article(BONUS), article(BRIDGE))
    desk.opened_index.bring_up_to_date()
    for file in (tmp_path / "chroma").rglob("*"):
        if file.is_file():
            file.write_bytes(b"\xff" * file.stat().st_size)
    assert found(desk, "hoe hoog is de tekenbonus?")[0] == BONUS
    assert "questions are compared with the catalogue's own vectors" in caplog.text
    assert desk.chroma is not None
    follower = Follower(desk.catalogue, desk.chroma, seconds=0.02)
    follower.start()
    try:
        assert catches_up(desk)
    finally:
        follower.stop()
    assert "is being rebuilt from the catalogue" in caplog.text
    is_right(desk, tmp_path / "chroma")
    assert found(desk, "hoe hoog is de tekenbonus?")[0] == BONUS


def test_a_chroma_whose_folder_is_gone_while_the_bot_runs_is_made_anew(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    desk = open_desk(long_running=True)
    add(desk, article(BONUS))
    desk.opened_index.bring_up_to_date()
    shutil.rmtree(tmp_path / "chroma")
    add(desk, article(BRIDGE))
    assert desk.chroma is not None
    desk.chroma.synchronise()
    is_right(desk, tmp_path / "chroma")


def test_what_a_chroma_holds_is_told_without_opening_it(open_desk: OpenDesk, tmp_path: Path) -> None:
    folder = tmp_path / "chroma"
    assert not holds_passages(folder)
    desk = open_desk()
    assert desk.chroma is not None
    assert not holds_passages(folder)
    add(desk, article(BONUS))
    desk.opened_index.bring_up_to_date()
    assert holds_passages(folder)
    desk.close()
    (folder / "chroma.sqlite3").write_text("damaged, so that nobody can say")
    assert holds_passages(folder)
