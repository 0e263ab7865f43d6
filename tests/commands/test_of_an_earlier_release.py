"""A catalogue of an earlier release: what only reads says so, what writes brings it up to date, in a line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.every_command import TYPED, names, said, with_files
from tests.commands.program import Newsdesk
from tests.storage.earlier.restoring import restore

READS = {"list", "show", "history", "search", "explain", "eval", "timeline", "doctor", "export"}
WRITES = {
    "add",
    "ask",
    "bot",
    "chat",
    "correct",
    "forget",
    "import",
    "purge",
    "reindex",
    "remove",
    "undo",
    "upgrade",
}
WRITES |= {"withdraw"}
# Neither opens it: one copies what is there, the other puts something else in its place.
NEITHER = {"backup", "restore"}
# Jobs lie in PostgreSQL alone.
NOT_IN_SQLITE = {"jobs", "worker"}


# What opens the catalogue in another way each; the rest is tried in the longer suite.
_FEW = {"list", "search", "upgrade", "ask"}


def _each(commands: set[str]) -> pytest.MarkDecorator:
    rest = pytest.mark.torture
    return pytest.mark.parametrize(
        "name", [pytest.param(one, marks=() if one in _FEW else rest) for one in sorted(commands)]
    )


@pytest.fixture
def earlier(newsdesk: Newsdesk) -> Newsdesk:
    """The program, with a home that a release of the first day made."""
    with_files(newsdesk.home)
    restore("24afa50", f"sqlite:///{newsdesk.home / 'catalogue.db'}")
    return newsdesk


def test_every_command_either_reads_or_writes() -> None:
    assert set(names()) == READS | WRITES | NEITHER | NOT_IN_SQLITE


@_each(READS - {"doctor"})
def test_a_command_that_only_reads_says_what_mends_it_and_changes_nothing(
    earlier: Newsdesk, name: str
) -> None:
    before = (earlier.home / "catalogue.db").read_bytes()
    ended = earlier(*said(name))
    assert (ended.code, ended.out) == (1, "")
    assert ended.err == (
        "newsdesk: The catalogue is of an earlier release (format 1), and this changes nothing in it: "
        "`newsdesk upgrade` brings it up to date, as do the bot and every command that writes.\n"
    )
    assert (earlier.home / "catalogue.db").read_bytes() == before
    assert _copies(earlier.home) == []


def test_doctor_finds_it_once_and_changes_nothing(earlier: Newsdesk) -> None:
    before = (earlier.home / "catalogue.db").read_bytes()
    checked = earlier("doctor")
    assert checked.code == 1
    assert checked.out.count("newsdesk upgrade") == 1
    assert "MEND catalogue: of an earlier release (format 1).\n     Run `newsdesk upgrade`.\n" in checked.out
    assert (earlier.home / "catalogue.db").read_bytes() == before


@_each({"upgrade", "ask", "chat", "add"})
def test_a_command_that_writes_brings_it_up_to_date_and_says_so_in_a_line(
    earlier: Newsdesk, name: str
) -> None:
    ended = earlier(*said(name), stdin=TYPED)

    (copy,) = _copies(earlier.home)
    assert ended.code == 0
    line = (
        "The catalogue was of an earlier release (format 1) and has been brought up to date; "
        f"{copy} is a copy of it as it was."
    )
    assert ended.err.splitlines().count(line) == 1
    again = earlier("upgrade", "--json")
    assert (again.document, again.err) == ({"upgraded": False, "was": None, "copy": None}, "")


def test_upgrade_tells_programs_what_it_did(earlier: Newsdesk) -> None:
    told = earlier("upgrade", "--json").document
    (copy,) = _copies(earlier.home)
    assert told == {"upgraded": True, "was": "format 1", "copy": str(copy)}


def _copies(home: Path) -> list[Path]:
    return list(home.glob("catalogue-*.db"))
