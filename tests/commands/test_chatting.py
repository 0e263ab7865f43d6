from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands.program import Newsdesk
from tests.retrieval.chat_server import Asked, Chat, Reply, saying, serving

# The program of this checkout, whatever is installed.
HERE = {"PYTHONPATH": str(Path(__file__).parents[2])}


@pytest.fixture
def chat() -> Iterator[Chat]:
    with serving() as served:
        yield served


def test_with_a_chat_model_follow_ups_are_condensed_and_answers_phrased(
    sampled: Newsdesk, chat: Chat
) -> None:
    def reply(asked: Asked) -> Reply:
        if asked.system.startswith("You rewrite"):
            return saying("Hoeveel roedels leven er in het Drostenwoud?")
        return saying("In het Drostenwoud leven 39 wolven [1]." if "39 wolven" in asked.said else "")

    chat.reply = reply
    settings = {**HERE, "CHAT_MODEL": "openai:loopback", "CHAT_MODEL_URL": chat.url}
    said = "Hoeveel wolven leven er in het Drostenwoud?\nen hoeveel roedels zijn er?\n"

    told = sampled("chat", stdin=said, **settings)

    assert told.code == 0
    lines = told.out.splitlines()
    assert lines[0] == "In het Drostenwoud leven 39 wolven. [1]"
    assert "(begrepen als: Hoeveel roedels leven er in het Drostenwoud?)" in lines
