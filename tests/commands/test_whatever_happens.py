"""Whatever is wrong around the program, people read a sentence: no command ever shows where Python was."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.commands.every_command import TYPED, names, said, with_files
from tests.commands.forks import PLAIN
from tests.commands.program import Ended, Newsdesk

TORTURE = pytest.mark.torture
# One each that asks, adds, lists, copies, runs on, and needs no home; `make torture` has them all.
SOME = ("ask", "add", "list", "backup", "bot", "doctor")
EVERY = pytest.mark.parametrize(
    "name", [pytest.param(name, marks=() if name in SOME else TORTURE) for name in names()]
)
WITHOUT_OUTPUT = {"bot", "undo"}  # they say nothing on standard output where these tests use them
FULL = Path("/dev/full")
_ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Newsdesk:
    """The program, with one article, which these tests may change."""
    newsdesk = Newsdesk(with_files(tmp_path_factory.mktemp("whatever")))
    assert newsdesk(*said("add")).code == 0
    assert newsdesk("backup", "made.zip", "--force").code == 0
    return newsdesk


def in_sentences(ended: Ended) -> None:
    """Require that every line is one for people."""
    for told in (ended.out, ended.err):
        assert "Traceback" not in told
        assert "Exception ignored" not in told
        assert "Something went wrong that should not" not in told


@EVERY
def test_a_home_that_cannot_be_written_is_told_in_a_sentence(name: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("This is no folder.")
    settings = {"NEWSDESK_HOME": str(tmp_path / "file" / "home")}

    ended = Newsdesk(with_files(tmp_path))(*said(name), stdin=TYPED, **settings)

    in_sentences(ended)
    assert ended.code in {1, 2}
    assert "NEWSDESK_HOME" in ended.err + ended.out or name == "bot"


# A closed output fails where a full one does, only earlier: a command each that prints at once, that finds
# first, and that prints nothing tell most of it.
@pytest.mark.parametrize(
    ("name", "output"),
    [
        *(
            pytest.param(name, FULL, id=f"full-{name}", marks=() if name in SOME else TORTURE)
            for name in names()
        ),
        *(
            pytest.param(
                name, None, id=f"closed-{name}", marks=() if name in {"list", "ask", "undo"} else TORTURE
            )
            for name in names()
        ),
    ],
)
def test_an_output_that_takes_nothing_is_told_in_a_sentence(
    filled: Newsdesk, name: str, output: Path | None
) -> None:
    ended = filled.printing_to(output, *said(name), stdin=TYPED)

    in_sentences(ended)
    if ended.code == 1 and "output" in ended.err:
        assert ended.err.splitlines()[-1].startswith("newsdesk: The output cannot be written (")
    assert ended.code != 0 or name in WITHOUT_OUTPUT


@EVERY
def test_what_an_encoding_cannot_show_is_replaced(filled: Newsdesk, name: str) -> None:
    ended = filled(*said(name), stdin=TYPED, PYTHONIOENCODING="ascii")

    in_sentences(ended)
    assert ended.out + ended.err


def test_quotes_and_currencies_are_written_as_people_do_who_lack_the_key(newsdesk: Newsdesk) -> None:
    text = "De “brug” kost 5 €, zei Noël — meer niet… Ω"
    newsdesk("add", "-", stdin=text)
    name = newsdesk("list", "--json").document["articles"][0]["id"]

    plain = newsdesk("show", name, PYTHONIOENCODING="ascii")
    western = newsdesk("show", name, PYTHONIOENCODING="cp1252")
    document = newsdesk("show", name, "--json", PYTHONIOENCODING="ascii").document

    assert plain.out.splitlines()[-1] == 'De "brug" kost 5 EUR, zei Noel - meer niet... ?'
    assert western.out.splitlines()[-1] == "De “brug” kost 5 €, zei Noël — meer niet… ?"
    assert document["text"] == text


def test_a_reader_that_has_seen_enough_is_no_failure(filled: Newsdesk) -> None:
    heard, out = os.pipe()
    os.close(heard)
    for command in ([], ["list"], ["show", "x", "--help"]):
        ended = filled.printing_to(Path(f"/proc/{os.getpid()}/fd/{out}"), *command)
        assert ended == Ended(0, "", "")
    os.close(out)


@EVERY
def test_ctrl_c_while_the_articles_are_opened_ends_every_command_in_silence(
    filled: Newsdesk, name: str
) -> None:
    ended = filled.interrupted("sqlite3.connect", *said(name), stdin=TYPED)

    if name == "bot":  # it opens them only once it has a token
        assert ended.code == 1
    else:
        assert ended == Ended(130, "", "")


# What follows starts Python itself: the streams that it begins with, and what it has not imported yet.


def started(home: Path, *command: str, python: tuple[str, ...] = (), **more: Any) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, *python, "-m", "bot", *command],
        env={**PLAIN, "PYTHONPATH": str(_ROOT), "NEWSDESK_HOME": str(home)},
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        cwd=home,
        **more,
    )


def _close_output() -> None:
    os.close(1)


@pytest.mark.parametrize("closing", [None, _close_output])
def test_a_program_that_is_begun_on_a_full_disk_or_without_output_says_so(
    tmp_path: Path, closing: Callable[[], None] | None
) -> None:
    with FULL.open("wb") as full:
        program = started(tmp_path, "list", stdout=full, preexec_fn=closing)
        _, told = program.communicate()

    assert program.returncode == 1
    assert told.splitlines()[-1].startswith("newsdesk: The output cannot be written (")
    assert (tmp_path / "catalogue.db").read_bytes().startswith(b"SQLite format 3")


# What it imports at the beginning, for every command, and for one alone.
@pytest.mark.parametrize("moment", ["bot.errors", "typer", "rich.console", "sqlalchemy", "numpy"])
def test_ctrl_c_while_the_program_is_still_starting_ends_it_in_silence(tmp_path: Path, moment: str) -> None:
    program = started(tmp_path, "ask", "wie?", python=("-X", "importtime"), stdout=subprocess.PIPE, bufsize=1)
    assert program.stderr
    for line in program.stderr:
        if line.rpartition("|")[2].strip() == moment:
            break
    program.send_signal(signal.SIGINT)
    out, told = program.communicate()

    assert (program.returncode, out) == (130, "")
    assert [line for line in told.splitlines() if not line.startswith("import time:")] == []
