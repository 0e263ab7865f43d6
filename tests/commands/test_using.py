"""What people do with the command line, and what they read there."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len
from typer.testing import CliRunner

from bot.commands.app import app
from tests.commands.program import Ended, Newsdesk

ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")
BOXES = re.compile(r"[\u2500-\u259f]")
QUESTION = "how much is Russia's signing bonus?"
BARRIER = "How much will the Waardermonde flood barrier cost?"
BRIDGE = "The new bridge over the Drost was opened by the mayor on Saturday. It is 412 metres long.\n"


def test_one_bad_source_keeps_nobody_from_adding_the_good_ones(newsdesk: Newsdesk) -> None:
    (newsdesk.home / "good.txt").write_text(f"title: The bridge\n\n{BRIDGE}")
    (newsdesk.home / "bad.png").write_bytes(b"\x89PNG\r\n")
    added = newsdesk("add", "bad.png", "good.txt")
    assert added.code == 1
    assert "The bridge" in added.out
    complaints = [line for line in added.err.splitlines() if line.startswith("not added: bad.png")]
    assert len(complaints) == 1
    assert "1 added, 1 not added" in added.err
    assert "The bridge" in newsdesk("list").out


def test_a_text_is_added_from_standard_input_with_what_is_said_about_it(newsdesk: Newsdesk) -> None:
    said = {
        "url": "https://a.example/bridge",
        "title": "Bridge open",
        "outlet": "The Monitor",
        "author": "A. Writer",
        "published": "2024-02",
        "language": "en",
    }
    options = [part for name, value in said.items() for part in (f"--{name}", value)]
    added = newsdesk("add", "-", *options, "--guild", "7", "--json", stdin=BRIDGE)
    assert added.code == 0, added.err
    (article,) = added.document["articles"]
    assert {name: article[name] for name in said} == said
    assert article["guild"] == "7"
    assert newsdesk("show", said["url"], "--json").document["text"] == BRIDGE.strip()


def test_quiet_says_only_what_went_wrong(newsdesk: Newsdesk) -> None:
    (newsdesk.home / "good.txt").write_text(BRIDGE)
    assert newsdesk("add", "good.txt", "--quiet") == Ended(0, "", "")
    failed = newsdesk("add", "nowhere.txt", "--quiet")
    assert (failed.code, failed.out) == (1, "")
    assert failed.err.startswith("not added: nowhere.txt: ")


@pytest.mark.parametrize(
    "said",
    [
        ["add"],
        ["add", "--samples", "a.txt"],
        ["add", "--title", "T", "a.txt", "b.txt"],
        ["add", "--samples", "--url", "https://a.example/"],
        ["add", "a.txt", "--published", "last week"],
        ["ask"],
        ["ask", "who?", "--since", "2023-13"],
        ["ask", "who?", "--as-of", "2023-02-30"],
        ["search", "who?", "-k", "0"],
        ["list", "--limit", "0"],
        ["undo", "the last one"],
        ["eval", "nowhere.jsonl"],
        ["nonsense"],
        ["list", "--nonsense"],
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_2(said: list[str], tmp_path: Path) -> None:
    ended = CliRunner(env={"NEWSDESK_HOME": str(tmp_path)}).invoke(app, said)
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert "Usage: " in ended.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("said", "settings"),
    [
        (["show", "nothing"], {}),
        (["remove", "nothing"], {}),
        (["undo"], {}),
        (["undo", "7"], {}),
        (["bot"], {}),
        (["list"], {"DATABASE_URL": "no address"}),
        (["list"], {"DATABASE_URL": "sqlite:////proc/nowhere/catalogue.db"}),
        (["list"], {"EMBEDDING_THREADS": "many"}),
    ],
    ids=str,
)
def test_what_fails_is_told_in_one_line(
    newsdesk: Newsdesk, said: list[str], settings: dict[str, str]
) -> None:
    ended = newsdesk(*said, **settings)
    assert (ended.code, ended.out) == (1, "")
    (line,) = ended.err.splitlines()
    assert line.startswith("newsdesk: ")
    assert line.endswith(".")


def test_debug_shows_where_an_error_comes_from(newsdesk: Newsdesk) -> None:
    ended = newsdesk("--debug", "show", "nothing")
    assert ended.code == 1
    assert "Traceback" in ended.err
    assert "ArticleNotFound" in ended.err


def test_an_article_is_shown_by_the_beginning_of_its_id(sampled: Newsdesk) -> None:
    name = sampled("list", "--limit", "1", "--json").document["articles"][0]["id"]
    shown = sampled("show", name[:6])
    assert shown.code == 0
    assert name in shown.out
    assert sampled("show", name[:3]).code == 1


def test_what_was_removed_comes_back(changing: Newsdesk) -> None:
    listed = changing("list").out
    name = listed.splitlines()[1].split("\t")[0]
    assert changing("remove", name).code == 0
    assert name not in changing("list").out
    assert changing("undo").code == 0
    assert changing("list").out == listed
    told = changing("history").out.splitlines()
    assert "undo of" in told[1]
    assert "remove" in told[2]
    assert "(undone)" in told[2]


def test_an_answer_shows_words_quotes_numbers_outlet_date_title_and_link(sampled: Newsdesk) -> None:
    answer = sampled("ask", BARRIER, "--until", "2023")
    assert (answer.code, answer.err) == (0, "")
    first, second, *_ = answer.out.splitlines()
    words = re.fullmatch(
        r"(.*84 miljoen.*) \(€84 million\) · Waardermonder Courant, 2022-05-12 \[1\]",
        first,
    )
    assert words
    assert re.fullmatch(rf" {{4}}“.*{words[1]}.*”", second)
    source = (
        "[1] Waardermonder Courant, 2022-05-12: "
        "Waardermonde trekt 84 miljoen euro uit voor een waterkering in de haven"
    )
    assert source in answer.out.splitlines()
    assert "/waterkering-waardermonde-raming#:~:text=" in answer.out


def test_an_abstention_says_so_and_shows_what_came_nearest(sampled: Newsdesk) -> None:
    answer = sampled("ask", "qwrtplk zxcvbn?")
    assert answer.code == 3
    assert answer.out.startswith("I do not know")
    assert "1. " in answer.out


def test_an_empty_corpus_says_how_to_fill_it(newsdesk: Newsdesk) -> None:
    listed = newsdesk("list")
    assert listed.code == 0
    assert "newsdesk add --samples" in listed.err
    assert newsdesk("ask", QUESTION).code == 3
    assert newsdesk("search", QUESTION).code == 0


def test_explain_shows_every_part_of_the_score(sampled: Newsdesk) -> None:
    told = sampled("search", QUESTION, "-k", "1", "--explain").out
    assert re.search(r"score \d\.\d{4}: dense -?\d\.\d{4}, lexical \d\.\d{4}", told)


def test_a_conversation_in_a_pipe_understands_follow_ups(sampled: Newsdesk) -> None:
    said = "Hoeveel wolven leven er in het Drostenwoud?\n\nen hoeveel roedels zijn er?\n"
    told = sampled("chat", stdin=said)
    assert (told.code, told.err) == (0, "")
    understood = "(begrepen als: en hoeveel roedels zijn er? (Drostenwoud))"
    assert understood in told.out.splitlines()
    assert told.out.count("[1] ") == 2


def test_a_broken_line_of_questions_is_named(sampled: Newsdesk) -> None:
    file = sampled.home / "broken.jsonl"
    file.write_text('{"question": "Who?"}\n\n{"asked": "2024"}\n')
    ended = sampled("eval", str(file))
    assert ended.code == 1
    assert ended.err.startswith("newsdesk: Line 3 ")


def test_the_measures_are_a_table(sampled: Newsdesk) -> None:
    file = sampled.home / "one.jsonl"
    file.write_text('{"question": "wolves in the Drostenwoud"}\n')
    told = sampled("eval", str(file)).out.splitlines()
    assert told[:2] == ["measure\tvalue", "questions\t1"]


@pytest.mark.parametrize("said", [["ask", QUESTION], ["search", QUESTION], ["doctor"]], ids=" ".join)
def test_a_pipe_gets_plain_text(sampled: Newsdesk, said: list[str]) -> None:
    ended = sampled(*said)
    assert "\x1b" not in ended.out + ended.err
    assert not BOXES.search(ended.out + ended.err)


@pytest.mark.parametrize(
    "said",
    [
        ["list"],
        ["ask", QUESTION],
        ["search", QUESTION, "--explain"],
        ["doctor"],
        ["show", "https://samples.newsdesk.example/2024/moscow-signing-bonus", "--passages"],
        ["ask", "--help"],
    ],
    ids=" ".join,
)
def test_nothing_is_wider_than_the_terminal_but_links_and_paths(sampled: Newsdesk, said: list[str]) -> None:
    lines = ESCAPE.sub("", sampled.on_a_terminal(*said, columns=80)).split("\n")
    assert any(line.strip() for line in lines)
    wide = [line for line in lines if cell_len(line) > 80]
    # What is clicked or copied is kept in one piece.
    assert [line for line in wide if "://" not in line and not re.search(r"(/[\w.-]+){2,}", line)] == []


def test_articles_put_nothing_into_the_terminal_but_text(newsdesk: Newsdesk) -> None:
    nasty = {
        "title": "[red]Not red[/red] :smile: \x1b]0;owned\x07",
        "text": f"\x1b[31m{BRIDGE}[bold]Bold?[/bold] \x9b31mNo.",
    }
    (newsdesk.home / "nasty.jsonl").write_text(json.dumps(nasty))
    assert newsdesk("add", "nasty.jsonl").code == 0
    told = newsdesk.on_a_terminal("search", "bridge")
    assert "\x1b[" in told
    assert "[red]Not red[/red] :smile:" in " ".join(ESCAPE.sub("", told).split())
    assert "\x1b]0;" not in told
    assert "\x9b" not in told
    assert "[bold]Bold?[/bold]" in told


def test_help_loads_nothing_that_is_slow(tmp_path: Path) -> None:
    slow = {
        "sqlalchemy",
        "numpy",
        "chromadb",
        "torch",
        "onnxruntime",
        "discord",
        "trafilatura",
        "transformers",
    }
    script = (
        "import sys\nfrom bot.commands.app import app\n"
        "try:\n    app(['--help'])\nexcept SystemExit:\n    pass\n"
        f"print(sorted({slow!r} & set(sys.modules)))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert "newsdesk" in ended.stdout or "Usage" in ended.stdout
    assert ended.stdout.splitlines()[-1] == "[]"


def test_the_installed_program_is_the_module(newsdesk: Newsdesk) -> None:
    installed = Path(sys.executable).with_name("newsdesk")
    told = subprocess.run(
        [installed, "--help"], capture_output=True, text=True, check=True, cwd=newsdesk.home
    )
    assert told.stdout == newsdesk("--help").out
    for command in ("add", "list", "show", "remove", "undo", "history", "search", "ask", "chat", "eval"):
        assert re.search(rf"\b{command}\b", told.stdout)


def test_doctor_says_what_mends_a_corpus_without_articles(newsdesk: Newsdesk) -> None:
    checked = newsdesk("doctor")
    assert checked.code == 0
    assert "newsdesk add --samples" in checked.out


def test_doctor_finds_a_database_that_does_not_open(newsdesk: Newsdesk) -> None:
    checked = newsdesk("doctor", DATABASE_URL="sqlite:////proc/nowhere/catalogue.db")
    assert checked.code == 1
    assert "MEND catalogue" in checked.out
    assert "DATABASE_URL" in checked.out
    assert "Traceback" not in checked.err


def test_settings_come_from_a_dotenv_file_too(sampled: Newsdesk, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(
        f"NEWSDESK_HOME=/nowhere\nDATABASE_URL=sqlite:///{sampled.home}/catalogue.db\n"
    )
    assert Newsdesk(tmp_path)("list").out == sampled("list").out


def test_tabs_in_an_article_stay_tabs_in_a_pipe(newsdesk: Newsdesk) -> None:
    added = newsdesk("add", "-", "--title", "Table", "--json", stdin=f"{BRIDGE}Length\t412 m\n")
    name = added.document["articles"][0]["id"]
    assert "Length\t412 m" in newsdesk("show", name).out


@pytest.mark.parametrize(
    "said",
    [
        ["ask", ""],
        ["search", "  "],
        ["timeline", ""],
        ["ask", QUESTION, "--since", "2025", "--until", "2020"],
    ],
)
def test_a_question_without_words_or_with_dates_that_leave_nothing_is_wrong_usage(
    sampled: Newsdesk, said: list[str]
) -> None:
    assert sampled(*said).code == 2
