"""Backups, exports and the ways back from them, as they are typed and told."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.program import Newsdesk

BRIDGE = "The new bridge over the Drost was opened by the mayor on Saturday. It is 412 metres long.\n"


@pytest.fixture
def filled(newsdesk: Newsdesk) -> Newsdesk:
    """The program, with one article."""
    assert newsdesk("add", "-", "--url", "https://example.org/brug", stdin=BRIDGE).code == 0
    return newsdesk


def test_a_backup_says_where_it_is_and_a_restore_asks_first_and_keeps_what_was_there(
    filled: Newsdesk, tmp_path: Path
) -> None:
    made = filled("backup", "b.zip")
    assert (made.code, made.err) == (0, "")
    assert made.out.startswith("Backed up 1 versions of articles and all that belongs to them in b.zip (")
    again = filled("backup", "b.zip")
    assert (again.code, again.out) == (1, "")
    assert again.err == "newsdesk: b.zip is there already: name another file, or add --force to replace it.\n"
    name = filled("list", "--json").document["articles"][0]["id"]
    filled("remove", name)

    refused = filled("restore", "b.zip")
    assert (refused.code, refused.out) == (1, "")
    assert "(1 versions of articles), which is kept beside it. Nothing is changed yet" in refused.err
    asked = filled.on_a_terminal("restore", "b.zip", columns=200, types="n\n")
    assert "Restore b.zip? [y/N]" in asked
    assert "Nothing was changed." in asked
    assert filled("list", "--json").document["articles"] == []

    done = filled("restore", "b.zip", "--yes", "--json").document
    assert (done["file"], done["counts"]["versions"]) == ("b.zip", 1)
    assert [Path(one).parent for one in done["kept"]] == [tmp_path]
    assert [one["id"] for one in filled("list", "--json").document["articles"]] == [name]
    assert filled("doctor").code == 0


def test_an_empty_home_is_filled_without_a_question(filled: Newsdesk, tmp_path: Path) -> None:
    file = str(tmp_path / "b.zip")
    document = filled("backup", file, "--json").document
    assert document["bytes"] == (tmp_path / "b.zip").stat().st_size
    assert len(document["sha256"]) == 64
    (tmp_path / "new").mkdir()
    new = Newsdesk(tmp_path / "new")

    restored = new("restore", file)

    assert (restored.code, restored.err) == (0, "")
    assert restored.out.startswith("Restored the backup of 20")
    assert "412 metres" in new("ask", "How long is the new bridge over the Drost?").out


@pytest.mark.parametrize(
    ("command", "name", "made", "said"),
    [
        (
            "backup",
            "no/b.zip",
            lambda _: None,
            "There is no folder {home}/no: make it, or name another file.",
        ),
        ("backup", "f", lambda file: file.mkdir(), "f is a folder: name a file in it."),
        pytest.param(
            "backup",
            "/proc/b.zip",
            lambda _: None,
            "/proc/b.zip cannot be written (No such file or directory)",
            marks=pytest.mark.torture,
        ),
        pytest.param(
            "export",
            "f",
            lambda file: file.mkdir(),
            "f is a folder: name a file in it.",
            marks=pytest.mark.torture,
        ),
        ("export", "f", lambda file: file.touch(), "f is there already: name another file, or add --force"),
        (
            "restore",
            "f",
            lambda _: None,
            "f cannot be restored. It cannot be read (No such file or directory).",
        ),
        ("restore", "f", lambda file: file.touch(), "f cannot be restored. It is no backup of newsdesk"),
        ("import", "f", lambda _: None, "There is no such file or folder"),
        pytest.param(
            "import",
            "f",
            lambda file: file.mkdir(),
            "It is a device or a pipe",
            marks=pytest.mark.torture,
        ),
        ("import", "f", lambda file: file.touch(), "f is empty: export again."),
    ],
)
def test_a_file_that_will_not_do_is_told_in_a_sentence(
    filled: Newsdesk, tmp_path: Path, command: str, name: str, made: Callable[[Path], object], said: str
) -> None:
    made(tmp_path / name)

    ended = filled(command, name)

    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith(f"newsdesk: {said.format(home=tmp_path)}")
    assert len(ended.err.splitlines()) == 1
    assert list(tmp_path.glob(".newsdesk-*")) == []


def test_nothing_is_backed_up_where_nothing_is(newsdesk: Newsdesk, tmp_path: Path) -> None:
    ended = newsdesk("backup", "b.zip")

    assert ended.code == 1
    assert ended.err.startswith(f"newsdesk: There is no catalogue at {tmp_path / 'catalogue.db'}, so nothing")
    assert list(tmp_path.iterdir()) == []


def test_an_export_goes_through_a_pipe_into_another_home(filled: Newsdesk, tmp_path: Path) -> None:
    out = filled("export", "-")
    assert out.err == "Exported 1 articles in 1 versions.\n"
    plain = filled("export", "-", PYTHONIOENCODING="ascii").out
    assert json.loads(out.out) == json.loads(plain)
    (tmp_path / "new").mkdir()
    new = Newsdesk(tmp_path / "new")

    assert new("import", "-", stdin=out.out).out == "1 added.\n"
    again = new("import", "-", "--json", stdin=plain)
    assert again.document == {"added": 0, "continued": 0, "unchanged": 1, "failed": []}
    assert new("export", "-").out == out.out
    assert new("import", "-", "--guild", "2000", stdin=out.out).out == "There is nothing to import.\n"

    bad = new("import", "-", stdin=f"geen json\n{out.out}")
    assert (bad.code, bad.out) == (1, "1 unchanged, 1 not imported.\n")
    assert bad.err == "not imported: Line 1: it is not valid JSON in UTF-8.\n"


def test_an_export_into_a_file_says_how_much_and_is_read_by_add(filled: Newsdesk, tmp_path: Path) -> None:
    document = filled("export", "e.jsonl", "--json").document
    assert document == {"file": "e.jsonl", "articles": 1, "versions": 1}
    assert filled("export", "-", "--json").code == 2
    (tmp_path / "new").mkdir()

    added = Newsdesk(tmp_path / "new")("add", str(tmp_path / "e.jsonl"), "--json").document

    assert [one["url"] for one in added["articles"]] == ["https://example.org/brug"]
    assert added["failed"] == []
