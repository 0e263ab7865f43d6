from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.terminal.found import Shown
from tests.commands.program import Ended, Newsdesk
from tests.retrieval.chat_server import Chat, Reply, serving
from tests.retrieval.newsroom import BEES, BRIDGE, FERRY
from tests.retrieval.quoted import quotations

QUESTION = "How long is the bridge over the Drost?"
PHRASED = "The bridge over the Drost is 412 metres long. [1]"
# The program of this checkout, whatever is installed.
HERE = {"PYTHONPATH": str(Path(__file__).parents[2])}
ASKED_IN_PROCESS = """
import sys
from bot.assembly import Desk
from bot.settings import settings_from
from corpus.filters import Filters

answer = Desk(settings_from({"NEWSDESK_HOME": sys.argv[1]})).answerer.ask(sys.argv[2], Filters())
assert not answer.abstained
print([name for name in sys.modules if "langchain" in name or name.startswith("retrieval.phrasing")])
"""


@pytest.fixture
def chat() -> Iterator[Chat]:
    with serving() as served:
        yield served


@pytest.fixture(scope="module")
def newsdesk(tmp_path_factory: pytest.TempPathFactory) -> Newsdesk:
    program = Newsdesk(tmp_path_factory.mktemp("home"))
    lines = (json.dumps({"text": text, "language": "en"}) for text in (BRIDGE, FERRY, BEES))
    (program.home / "articles.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert program("add", "articles.jsonl", **HERE).code == 0
    return program


def ask(newsdesk: Newsdesk, chat: Chat, *options: str) -> Ended:
    settings = {**HERE, "CHAT_MODEL": "openai:loopback", "CHAT_MODEL_URL": chat.url}
    return newsdesk("ask", QUESTION, *options, **settings)


def test_json_keeps_its_keys_and_the_text_is_the_phrased_one(newsdesk: Newsdesk, chat: Chat) -> None:
    chat.says("The bridge over the Drost is 412 metres long [1]. It was opened in 1953 [1].")
    quoted = newsdesk("ask", QUESTION, "--json", **HERE).document
    phrased = ask(newsdesk, chat, "--json").document
    assert phrased.keys() == quoted.keys()
    assert phrased["text"] == PHRASED
    assert phrased["citations"] == quoted["citations"][:1]


def test_where_the_model_fails_the_quotations_are_shown_and_a_line_says_why(
    newsdesk: Newsdesk, chat: Chat
) -> None:
    chat.reply = lambda _: Reply(status=503)
    failed = ask(newsdesk, chat)
    assert failed.code == 0
    assert "\u201cIt is 412 metres long.\u201d" in failed.out
    (line,) = failed.err.strip().splitlines()
    assert "quotations" in line


def test_a_terminal_shows_each_sentence_once_as_it_comes(capsys: pytest.CaptureFixture[str]) -> None:
    shown = Shown()
    first, both = (replace(quotations([BRIDGE]), text=text) for text in ("One. [1]", "One. [1] Two. [1]"))
    shown.show(first)
    shown.show(both)
    assert shown.all_of(both)
    assert not shown.all_of(quotations([BRIDGE]))
    assert capsys.readouterr().out.splitlines()[:3] == [
        "One. [1]",
        "Two. [1]",
        "The quotations take its place:",
    ]


def test_a_model_that_is_not_there_is_said_with_its_cure(newsdesk: Newsdesk) -> None:
    wrong = newsdesk("ask", QUESTION, CHAT_MODEL="nobody:at-home", **HERE)
    assert wrong.code == 1
    (line,) = wrong.err.strip().splitlines()
    assert "set CHAT_MODEL to provider:model" in line


def test_without_a_chat_model_nothing_of_it_is_imported(newsdesk: Newsdesk) -> None:
    said = subprocess.run(
        [sys.executable, "-c", ASKED_IN_PROCESS, str(newsdesk.home), QUESTION],
        capture_output=True,
        text=True,
        check=True,
        cwd=HERE["PYTHONPATH"],
    )
    assert said.stdout.strip() == "[]"
