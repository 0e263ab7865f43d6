"""What people type before they know the program, where it lives, and what it says while they wait."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest
from rich.cells import cell_len

from bot.terminal.console import notices
from bot.terminal.progress import tracked, waiting
from tests.commands.program import Newsdesk
from tests.commands.test_using import BRIDGE, ESCAPE


def test_the_program_tells_its_version_and_what_it_can_do(newsdesk: Newsdesk) -> None:
    assert newsdesk("--version").out == f"newsdesk {version('newsdesk')}\n"
    alone = newsdesk()
    assert (alone.code, alone.err) == (0, "")
    assert alone.out == newsdesk("--help").out


def test_every_command_says_in_one_whole_sentence_what_it_does(newsdesk: Newsdesk) -> None:
    listed = newsdesk("--help").out.partition("Commands:\n")[2].splitlines()
    assert len(listed) >= 18
    assert [line for line in listed if line.endswith("...")] == []


# Each sign that an address gives a meaning is in one of them.
@pytest.mark.parametrize("name", ["is it? no #1", "100%20 it's a@b:c x&y=z één", "%2e"])
def test_a_home_may_have_any_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    newsdesk = Newsdesk(tmp_path / name)

    assert newsdesk("history").code == 0
    assert (tmp_path / name / "catalogue.db").read_bytes().startswith(b"SQLite format 3")
    assert [one.name for one in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("command", [["list"], ["history"], ["add", "--samples"]], ids=" ".join)
def test_lists_are_read_on_a_telephone(changing: Newsdesk, command: list[str]) -> None:
    shown = ESCAPE.sub("", changing.on_a_terminal(*command, columns=40))

    lines = [line.rstrip() for line in shown.splitlines()]
    assert max(map(cell_len, lines)) <= 40
    assert "  Telling: 39 wolven in het Drostenwoud," in lines
    assert any(re.search(r"\b[0-9a-f]{12}\b", line) for line in lines)


def test_a_folder_says_at_its_end_what_became_of_it_and_how_long_it_took(newsdesk: Newsdesk) -> None:
    folder = newsdesk.home / "folder"
    folder.mkdir()
    (folder / "bridge.txt").write_text(f"url: https://a.example/bridge\n\n{BRIDGE}")
    (folder / "empty.txt").write_text("")
    (folder / "new.txt").write_text("The ferry sails again from Monday on, twice a day.\n")
    first = newsdesk("add", "folder")
    (folder / "bridge.txt").write_text(f"url: https://a.example/bridge\n\n{BRIDGE}It is toll-free.\n")
    second = newsdesk("add", "folder")

    took = r"in \d+\.\d seconds\."
    assert re.fullmatch(rf"2 added, 1 not added, {took}", first.err.splitlines()[-1])
    assert re.fullmatch(rf"1 unchanged, 1 replaced, 1 not added, {took}", second.err.splitlines()[-1])


def test_a_chat_ends_when_people_say_so(sampled: Newsdesk) -> None:
    for word in ("exit", "quit", "Stop!", ":q"):
        told = sampled("chat", stdin=f"{word}\nHoeveel wolven leven er in het Drostenwoud?\n")
        assert (told.code, told.out) == (0, "")


def test_a_chat_understands_another_year_and_says_how(sampled: Newsdesk) -> None:
    told = sampled("chat", stdin="Hoeveel wolven leven er in het Drostenwoud?\nEn in 2023?\n")

    assert "(begrepen als: Hoeveel wolven leven er in het Drostenwoud in 2023?)" in told.out.splitlines()
    assert told.out.count("39 · Het Oosterblad, 2023-12-14 [1]") == 2


def test_eval_names_what_is_relevant_and_not_there(sampled: Newsdesk) -> None:
    there = "https://samples.newsdesk.example/2024/moscow-signing-bonus"
    file = sampled.home / "absent.jsonl"
    file.write_text(
        f'{{"question": "bonus?", "relevant": ["{there}", "https://a.example/gone", "cafebabe"]}}\n'
    )
    told = sampled("eval", str(file))

    assert told.code == 0
    assert told.err.splitlines()[0].startswith("Not in the corpus, though the file calls them relevant (2)")
    assert told.err.splitlines()[1:] == ["  cafebabe", "  https://a.example/gone"]
    document = sampled("eval", str(file), "--json").document
    assert document["not_in_corpus"] == ["cafebabe", "https://a.example/gone"]


@pytest.fixture
def on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    notices.cache_clear()
    assert notices().is_terminal


@pytest.mark.usefixtures("on_a_terminal")
def test_a_long_wait_is_shown_also_within_its_first_step(capsys: pytest.CaptureFixture[str]) -> None:
    def slow() -> Iterator[int]:
        time.sleep(0.3)
        yield 1

    with waiting("Loading the models", patience=0.01):
        time.sleep(0.1)
    assert "Loading the models" in capsys.readouterr().err
    assert list(tracked(slow(), "Adding", "articles", 1, patience=0.01)) == [1]
    assert "Adding" in capsys.readouterr().err
    notices.cache_clear()


@pytest.mark.usefixtures("on_a_terminal")
def test_a_short_wait_shows_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with waiting("Loading the models", patience=60):
        pass
    assert list(tracked([1], "Adding", "articles", 1, patience=60)) == [1]
    assert capsys.readouterr().err == ""
    notices.cache_clear()
