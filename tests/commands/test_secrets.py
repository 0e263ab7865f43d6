"""No secret of the settings is ever written: not in an error, a traceback, a log or a report."""

from __future__ import annotations

import io
import logging
from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.discretion import STRUCK, Discretion, keep_secret, struck
from bot.settings import settings_from
from tests.commands.every_command import TYPED, names, said, with_files
from tests.commands.program import Ended, Newsdesk

NOWHERE = "127.0.0.1:1"  # nothing listens at the first port
PASSWORD, TOKEN, KEY = "kwistzaad-%40-wachtwoord", "kwisttoken.van.chroma", "kwistsleutel-voor-chat"
SECRETS = {
    "DISCORD_TOKEN": "MTAwMDAwMDAwMDAwMDAwMDAw.kwist1.geheim-van-discord",
    "CHROMA_TOKEN": TOKEN,
    "CHAT_MODEL_KEY": KEY,
}
# What stands in them that nobody may read; a password also as it is sent.
NEVER = ["kwistzaad-%40", "kwistzaad-@", "kwisttoken", "kwistsleutel", "kwist1.geheim", "geheim-van-discord"]
CHAT = {"CHAT_MODEL": "openai:nothing", "CHAT_MODEL_URL": f"http://somebody:{PASSWORD}@{NOWHERE}/v1"}
WRONG: dict[str, Mapping[str, str]] = {
    "database away": {"DATABASE_URL": f"postgresql+psycopg://somebody:{PASSWORD}@{NOWHERE}/news"},
    "database by query": {"DATABASE_URL": f"postgresql+psycopg://{NOWHERE}/news?user=me&password={PASSWORD}"},
    "database misspelt": {"DATABASE_URL": f"postgresql+psycopg:/somebody:{PASSWORD}@{NOWHERE}/news"},
    "database unknown": {"DATABASE_URL": f"mysql://somebody:{PASSWORD}@{NOWHERE}/news"},
    "servers away": {
        "CHROMA_URL": f"http://somebody:{PASSWORD}@{NOWHERE}",
        "DISCORD_API": f"http://{NOWHERE}/api",
        **CHAT,
    },
}
# What comes farthest, and each way to be wrong once; every command in every way in `make torture`.
TELLING = {("ask", "database by query"), ("bot", "servers away"), ("bot", "database away")}
TELLING |= {("doctor", wrong) for wrong in WRONG}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Newsdesk:
    """The program, with one article, which these tests may change."""
    newsdesk = Newsdesk(with_files(tmp_path_factory.mktemp("secrets")))
    assert newsdesk(*said("add")).code == 0
    return newsdesk


def keeps_silent(ended: Ended) -> None:
    assert [word for word in NEVER if word in ended.out + ended.err] == []


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        pytest.param(name, wrong, marks=() if (name, wrong) in TELLING else pytest.mark.torture)
        for name in names()
        for wrong in WRONG
    ],
)
def test_no_command_that_fails_writes_a_secret(filled: Newsdesk, name: str, wrong: str) -> None:
    ended = filled("--debug", *said(name), stdin=TYPED, **SECRETS, **WRONG[wrong])
    keeps_silent(ended)
    assert ended.code != 0 or wrong == "servers away"
    if wrong.startswith("database") and name == "ask":
        assert "Traceback" in ended.err
        keeps_silent(filled(*said(name), stdin=TYPED, **SECRETS, **WRONG[wrong]))


def test_no_file_that_a_program_writes_holds_a_secret(filled: Newsdesk, tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    keeps_silent(filled("eval", "questions.jsonl", "--report", str(report), **SECRETS, **CHAT))
    keeps_silent(filled("doctor", "--json", **SECRETS))
    written = [report, *(one for one in filled.home.rglob("*") if one.is_file())]
    assert report.exists()
    assert [(str(one), word) for one in written for word in NEVER if word.encode() in one.read_bytes()] == []


def test_settings_show_no_secret() -> None:
    settings = settings_from({**SECRETS, **CHAT, **WRONG["database away"]})
    assert [word for word in NEVER if word in repr(settings)] == []
    assert "openai:nothing" in repr(settings)


def test_a_log_strikes_secrets_out_of_words_tracebacks_and_whatever_else_a_line_holds() -> None:
    keep_secret(settings_from({**SECRETS, **CHAT, **WRONG["servers away"]}))
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.addFilter(Discretion())
    handler.setFormatter(logging.Formatter("%(levelname)s %(message)s %(where)s"))
    log = logging.getLogger("somebody.elses")
    log.addHandler(handler)
    log.setLevel(logging.DEBUG)
    try:
        log.debug("GET %s with %r", CHAT["CHAT_MODEL_URL"], {"Authorization": KEY}, extra={"where": TOKEN})
        log.error("It failed.", exc_info=ValueError(SECRETS["DISCORD_TOKEN"]), extra={"where": "here"})
    finally:
        log.removeHandler(handler)
        log.setLevel(logging.NOTSET)
    told = written.getvalue()
    assert [word for word in NEVER if word in told] == []
    assert (
        f"DEBUG GET http://somebody:{STRUCK}@{NOWHERE}/v1 with {{'Authorization': '{STRUCK}'}} {STRUCK}"
        in told
    )
    assert f"ValueError: {STRUCK}" in told


def test_words_too_short_to_be_secrets_stay() -> None:
    keep_secret(settings_from({"CHAT_MODEL_KEY": "is", "CHROMA_URL": "http://127.0.0.1:8000"}))
    assert struck("What is at http://127.0.0.1:8000?") == "What is at http://127.0.0.1:8000?"
