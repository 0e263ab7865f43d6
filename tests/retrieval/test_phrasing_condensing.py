from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from bot.assembly import Desk
from bot.settings import settings_from
from retrieval.phrasing.condensing import Condenser
from retrieval.phrasing.listening import Patience
from retrieval.question.followup import standalone
from tests.retrieval.chat_server import Chat, Reply, endless, serving

EARLIER = ["How much is Russia's signing bonus for foreigners in 2023?"]
FOLLOW_UP = "And the monthly salary?"
BY_RULES = standalone(FOLLOW_UP, EARLIER)


@pytest.fixture
def chat() -> Iterator[Chat]:
    with serving() as served:
        yield served


def condensed(chat: Chat, question: str = FOLLOW_UP, seconds: float = 8.0) -> str:
    return Condenser(chat.model(), Patience(seconds, seconds / 2, 600)).standalone(question, EARLIER)


def test_a_follow_up_is_completed_by_the_model(chat: Chat) -> None:
    chat.says("What is the monthly salary of foreigners in the army of Russia in 2023?")
    assert condensed(chat) == "What is the monthly salary of foreigners in the army of Russia in 2023?"
    (asked,) = chat.asked
    assert EARLIER[0] in asked.said
    assert FOLLOW_UP in asked.said


@pytest.mark.parametrize(
    "reply",
    [
        "What is the monthly salary in Ukraine?",
        "What is the monthly salary in Russia in 2024?",
        "What is the monthly salary of 190 thousand roubles?",
        "The salary is high.\nWhat is the salary?",
        "",
        "https://evil.example/",
        "what " * 100,
    ],
)
def test_what_nobody_has_said_is_not_asked_for(chat: Chat, reply: str) -> None:
    chat.says(reply)
    assert condensed(chat) == BY_RULES != FOLLOW_UP


@pytest.mark.parametrize(
    "reply",
    [Reply(status=500), Reply(status=429), Reply(["What"] * 9, pause=0.5), endless("what is ")],
    ids=["error", "too many", "silent", "without end"],
)
def test_where_the_model_fails_the_rules_complete_it_in_time(chat: Chat, reply: Reply) -> None:
    chat.reply = lambda _: reply
    started = time.monotonic()
    assert condensed(chat, seconds=0.6) == BY_RULES
    assert time.monotonic() - started < 4


def test_a_question_that_stands_alone_costs_no_call(chat: Chat) -> None:
    alone = "Hoeveel wolven leven er in het Drostenwoud?"
    assert condensed(chat, alone) == alone
    assert Condenser(chat.model()).standalone(FOLLOW_UP, []) == FOLLOW_UP
    assert chat.asked == []


def test_without_a_chat_model_the_rules_complete_it(desk: Desk, chat: Chat) -> None:
    assert desk.standalone(FOLLOW_UP, EARLIER) == BY_RULES
    chat.says("What is the monthly salary in Russia?")
    chosen = Desk(settings_from({"CHAT_MODEL": "openai:loopback", "CHAT_MODEL_URL": chat.url}))
    assert chosen.standalone(FOLLOW_UP, EARLIER) == "What is the monthly salary in Russia?"
