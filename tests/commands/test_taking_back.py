"""What people read of a change that is taken back, brought back and taken back once more."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.commands.program import Newsdesk

BRIDGE = "The new bridge over the Drost was opened by the mayor on Saturday. It is 412 metres long.\n"
FERRY = "The ferry to Oosterzijl sails again from Monday, the harbour master said on Friday.\n"


@pytest.fixture(scope="module")
def once_redone(tmp_path_factory: pytest.TempPathFactory) -> Newsdesk:
    """Two articles, of which the second is taken away and brought back by taking that back."""
    newsdesk = Newsdesk(tmp_path_factory.mktemp("redone"))
    for text in (BRIDGE, FERRY):
        assert newsdesk("add", "-", "--quiet", stdin=text).code == 0
    for number in ("2", "3"):
        assert newsdesk("undo", number).code == 0
    return newsdesk


@pytest.fixture
def redone(once_redone: Newsdesk, tmp_path: Path) -> Newsdesk:
    """A copy of those, which a test may change."""
    return Newsdesk(shutil.copytree(once_redone.home, tmp_path / "home"))


def marked(newsdesk: Newsdesk) -> list[tuple[str, str, bool]]:
    """Return number, action and whether it counts as undone of each change, newest first."""
    rows = [line.split("\t") for line in newsdesk("history").out.splitlines()[1:]]
    return [(row[0], row[3], row[5].endswith(" (undone)")) for row in rows]


def test_history_says_what_holds_after_a_redo(redone: Newsdesk) -> None:
    assert marked(redone) == [
        ("4", "undo of 3", False),
        ("3", "undo of 2", True),
        ("2", "add", False),
        ("1", "add", False),
    ]
    told = redone("history", "--json").document["changes"]
    assert [one["undone_by"] for one in told] == [None, 4, None, None]


def test_undo_takes_back_what_was_redone_and_says_which(redone: Newsdesk) -> None:
    undone = redone("undo")

    assert undone.out.startswith("Took back change 4, the undo of 3: 3 is in force again, ")
    assert len(redone("list", "--json").document["articles"]) == 1
    assert [one[2] for one in marked(redone)] == [False, True, False, True, False]
    again = redone("undo", "2")
    assert (again.code, again.out) == (1, "")
    assert (
        again.err == "newsdesk: Change 2 is undone already, by change 3: `newsdesk undo 3` brings it back.\n"
    )


def test_a_change_that_was_redone_is_taken_back_by_its_own_number_too(redone: Newsdesk) -> None:
    assert redone("undo", "2").code == 0
    (left,) = redone("list", "--json").document["articles"]
    assert redone("show", left["id"], "--json").document["text"] == BRIDGE.strip()
    assert redone("undo").out.startswith("Took back change 1, add of ")
