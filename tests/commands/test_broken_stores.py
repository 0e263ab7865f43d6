"""Where the stores do not work every command says so, and those that can do without go on."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands.every_command import TYPED, names, said, with_files
from tests.commands.program import Ended, Newsdesk
from tests.storage import harm

TORTURE = pytest.mark.torture
READING = ["list", "history", "search", "ask", "timeline", "chat", "eval"]
WRITING = ["add", "undo", "reindex", "bot"]
SOME = {"add", "ask", "bot", "doctor", "explain", "list", "reindex", "remove"}
DAMAGES: dict[harm.Damage, str] = {
    harm.empty: "is empty, but the vector index beside it holds passages of its articles",
    harm.overwrite_the_header: "is not a database: its beginning is overwritten",
    harm.put_a_word_there: "is not a database: its beginning is overwritten",
    harm.cut_in_half: "is damaged (",
    harm.put_a_folder_there: "is a folder, where the catalogue's file belongs",
}
# No Discord is there: a bot that would go on to it fails otherwise.
TOKEN = {"DISCORD_TOKEN": "bm90aGluZw.bm90aGluZw.bm90aGluZw", "DISCORD_API": "http://127.0.0.1:9/api"}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Newsdesk:
    """The program with an article, all closed."""
    newsdesk = Newsdesk(with_files(tmp_path_factory.mktemp("stores")))
    assert newsdesk(*said("add")).code == 0
    return newsdesk


@pytest.fixture
def newsdesk(filled: Newsdesk, tmp_path: Path) -> Newsdesk:
    """A copy of that, to be harmed."""
    return Newsdesk(shutil.copytree(filled.home, tmp_path / "home"))


def sentence(ended: Ended) -> str:
    """Return the last thing that was said, and require that all of it is for people."""
    for told in (ended.out, ended.err):
        assert "Traceback" not in told
        assert "should not" not in told
    return (ended.err.splitlines() or [""])[-1]


def damaged(damage: harm.Damage, name: str) -> object:
    """Return a case; in the normal suite every damage meets one command, and one damage some of each kind."""
    seldom = name not in (SOME if damage is harm.empty else {"list"})
    return pytest.param(damage, name, marks=TORTURE if seldom else (), id=f"{damage.__name__}-{name}")


@pytest.mark.parametrize(
    ("damage", "name"), [damaged(damage, name) for damage in DAMAGES for name in names() if name != "restore"]
)
def test_every_command_says_what_is_wrong_with_the_catalogue_and_leaves_it(
    newsdesk: Newsdesk, damage: harm.Damage, name: str
) -> None:
    file = newsdesk.home / "catalogue.db"
    damage(file)
    before = file.read_bytes() if file.is_file() else b""
    ended = newsdesk(*said(name), stdin=TYPED, **TOKEN)
    told = ended.out if name == "doctor" else sentence(ended)
    assert ended.code == 1
    if name == "backup":
        assert "No backup was made" in told or "nothing to back up" in told
    else:
        assert DAMAGES[damage] in told
        assert "NEWSDESK_HOME" in told or "`newsdesk restore FILE`" in told
        assert "doctor" not in ended.out + ended.err
    assert (file.read_bytes() if file.is_file() else b"") == before


@pytest.mark.parametrize(
    "damage",
    [
        harm.overwrite_the_header,
        pytest.param(harm.empty, marks=TORTURE),
        pytest.param(harm.put_a_word_there, marks=TORTURE),
        pytest.param(harm.cut_in_half, marks=TORTURE),
    ],
)
def test_a_backup_put_in_the_place_of_a_damaged_catalogue_is_what_was_there(
    newsdesk: Newsdesk, damage: harm.Damage
) -> None:
    before = newsdesk("list", "--json").document
    assert newsdesk("backup", "backup.zip").code == 0
    damage(newsdesk.home / "catalogue.db")
    assert newsdesk("list").code == 1
    restored = newsdesk("restore", "backup.zip", "--yes")
    assert (restored.code, "Traceback" in restored.err) == (0, False), restored.err
    assert newsdesk("list", "--json").document == before
    assert newsdesk(*said("ask")).code == 0


def test_an_emptied_catalogue_that_is_moved_away_is_begun_anew(newsdesk: Newsdesk) -> None:
    file = newsdesk.home / "catalogue.db"
    harm.empty(file)
    assert newsdesk("list").code == 1
    file.rename(newsdesk.home / "emptied.db")
    assert newsdesk("list", "--json").document == {"articles": []}
    assert newsdesk(*said("add")).code == 0
    assert len(newsdesk("list", "--json").document["articles"]) == 1


@harm.MOUNTS
@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=() if name in {"list", "ask"} else TORTURE) for name in READING]
)
def test_what_only_reads_works_in_a_home_that_cannot_be_written(newsdesk: Newsdesk, name: str) -> None:
    before = newsdesk(*said(name), stdin=TYPED)
    with harm.read_only(newsdesk.home):
        ended = newsdesk(*said(name), stdin=TYPED)
    sentence(ended)
    assert ended.code == before.code
    if name in {"list", "history"}:
        assert ended.out == before.out


@harm.MOUNTS
@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=() if name in {"add", "bot"} else TORTURE) for name in WRITING],
)
def test_what_writes_says_that_the_home_cannot_be_written(newsdesk: Newsdesk, name: str) -> None:
    with harm.read_only(newsdesk.home):
        ended = newsdesk(*said(name), **TOKEN)
    assert ended.code == 1
    assert "cannot be changed: " in sentence(ended)
    assert "NEWSDESK_HOME" in sentence(ended)


@pytest.fixture
def small(filled: Newsdesk, tmp_path: Path) -> Iterator[Newsdesk]:
    """The program on a disk of sixteen megabytes."""
    home = tmp_path / "small"
    home.mkdir()
    with harm.small_disk(home, 16 << 20):
        yield Newsdesk(shutil.copytree(filled.home, home, dirs_exist_ok=True))


@harm.MOUNTS
def test_where_the_disk_fills_up_what_was_added_is_there_and_the_rest_is_named(small: Newsdesk) -> None:
    many = small.home / "many"
    many.mkdir()
    for number in range(8):
        (many / f"{number}.txt").write_text(f"Bericht {number}. {'De brug over de rivier gaat open. ' * 20}")
    filling = harm.fill(small.home, 150_000)
    ended = small("add", str(many), "--json")
    filling.unlink()
    added = {one["id"] for one in ended.document["articles"]}
    listed = {one["id"] for one in small("list", "--json").document["articles"]}
    assert ended.code == 1
    assert sentence(ended).startswith("newsdesk: There is no room for the catalogue")
    assert added < listed
    assert len(listed) == len(added) + 1
    assert len(added) + len(ended.document["failed"]) == 8
    assert {"There is no room for the catalogue"} == {one["error"][:34] for one in ended.document["failed"]}
    again = small("add", str(many), "--json")
    assert (again.code, again.document["failed"]) == (0, [])
    assert [one["status"] for one in again.document["articles"]].count("unchanged") == len(added)


@harm.MOUNTS
@pytest.mark.parametrize("name", ["list", pytest.param("ask", marks=TORTURE)])
def test_a_full_disk_keeps_nobody_from_reading(small: Newsdesk, name: str) -> None:
    harm.fill(small.home)
    ended = small(*said(name))
    sentence(ended)
    assert ended.code == 0
    assert "Wolven" in ended.out or "39 wolven" in ended.out
