from __future__ import annotations

import logging
import re
import time
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest

from bot.assembly import Desk
from bot.settings import settings_from
from corpus.filters import Filters
from retrieval.answering.explaining import recall_any
from retrieval.errors import ModelUnavailable
from retrieval.figures.figure import Figure, Kind
from retrieval.phrasing.chat_model import ChatModel
from retrieval.phrasing.listening import Patience
from retrieval.phrasing.phraser import Phraser
from retrieval.phrasing.streamed import is_phrased
from retrieval.search.results import Answer, Citation, Value
from tests.retrieval.chat_server import Chat, Reply, endless, serving
from tests.retrieval.newsroom import three
from tests.retrieval.quoted import quotations

FARES = (
    "The night ferry between Oosterzijl and Saltmarsh will cost 58 euros from June.",
    "A return ticket for a car rises to 140 euros.",
    "The company blames the price of fuel.",
)
QUESTION = "What does the night ferry to Saltmarsh cost?"
GOOD = (
    "The night ferry to Saltmarsh costs 58 euros from June [1]. A return ticket for a car is 140 euros [2]."
)
HURRIED = Patience(seconds=0.8, silence=0.3)


@pytest.fixture(scope="module")
def server() -> Iterator[Chat]:
    with serving() as chat:
        yield chat


@pytest.fixture
def chat(server: Chat) -> Chat:
    server.asked.clear()
    server.reply = lambda _: Reply()
    return server


def phrased(chat: Chat, answer: Answer, patience: Patience | None = None) -> list[Answer]:
    return list(Phraser(chat.model(), patience).phrase(answer, QUESTION, "en"))


def _value(citation: Citation, euros: int) -> Value:
    return Value(Figure(Kind.AMOUNT, Decimal(euros), "EUR", 0, 0), (citation,))


def markers(text: str) -> set[int]:
    return {int(number) for number in re.findall(r"\[(\d+)\]", text)}


def test_a_good_reply_is_the_answer_and_cites_exactly_what_it_rests_on(chat: Chat) -> None:
    chat.says(GOOD)
    *_, last = phrased(chat, quotations(FARES))
    assert last.text == (
        "The night ferry to Saltmarsh costs 58 euros from June. [1] "
        "A return ticket for a car is 140 euros. [2]"
    )
    assert [one.quote for one in last.citations] == list(FARES[:2])
    assert is_phrased(last)
    assert not is_phrased(quotations(FARES))


def test_it_grows_by_verified_sentences_and_is_sound_at_every_moment(chat: Chat) -> None:
    chat.says(
        "It is cheap. A return ticket for a car rises to 140 euros [2]. Sure, it is 12 euros [1]. " + GOOD
    )
    grown = phrased(chat, quotations(FARES))
    assert len(grown) == 3
    for before, after in pairwise(grown):
        assert after.text.startswith(before.text)
    for one in grown:
        assert markers(one.text) == {cited.number for cited in one.citations}
        assert [cited.number for cited in one.citations] == list(range(1, len(one.citations) + 1))
    assert grown[0].citations[0].quote == FARES[1]


def test_what_a_lying_model_adds_is_dropped_and_the_rest_stays(chat: Chat) -> None:
    chat.says(f"{GOOD} The ferry sank in 1953 [1].")
    *_, last = phrased(chat, quotations(FARES))
    assert "1953" not in last.text
    assert "58 euros" in last.text


@pytest.mark.parametrize(
    "said",
    [
        "The night ferry to Saltmarsh will cost 85 euros from June [1].",
        "It costs 58 euros [1]. Cars pay 150 euros [2]. Bikes pay 10 euros [2].",
        "I'm sorry, but I can't help with that request.",
        "NO ANSWER",
        "",
        "   \n\n ",
        "[1][2]",
        "The night ferry will cost 58 euros [9].",
    ],
)
def test_where_lies_refusals_or_nothing_is_left_the_quotations_are_shown_and_one_line_is_logged(
    chat: Chat, said: str, caplog: pytest.LogCaptureFixture
) -> None:
    chat.says(said)
    *_, last = phrased(chat, quotations(FARES))
    assert last == quotations(FARES)
    (line,) = [one for one in caplog.records if one.name.startswith("retrieval.phrasing")]
    assert "0123456789ab" in line.getMessage()
    assert "\n" not in line.getMessage()


@pytest.mark.parametrize(
    "reply",
    [
        Reply(status=500),
        Reply(status=401),
        Reply(["The night ferry will cost 58 euros [1]. And"] * 9, pause=0.5),
        Reply([*"The night ferry will cost 58 euros [1]. It will."] * 3, pause=0.05),
        endless("The night ferry will cost 58 euros [1]. "),
        endless(""),
    ],
    ids=["error", "no key", "silent", "slow in all", "without end", "empty without end"],
)
def test_where_the_model_fails_the_quotations_are_shown_in_time(
    chat: Chat, reply: Reply, caplog: pytest.LogCaptureFixture
) -> None:
    chat.reply = lambda _: reply
    started = time.monotonic()
    with caplog.at_level(logging.WARNING):
        *_, last = phrased(chat, quotations(FARES), HURRIED)
    assert last == quotations(FARES)
    assert time.monotonic() - started < 4
    assert len([one for one in caplog.records if one.name.startswith("retrieval.phrasing")]) == 1


def test_the_log_says_what_to_check_where_the_key_is_refused(
    chat: Chat, caplog: pytest.LogCaptureFixture
) -> None:
    chat.reply = lambda _: Reply(status=401)
    phrased(chat, quotations(FARES))
    assert caplog.records[-1].getMessage().endswith("check CHAT_MODEL_KEY")


def test_of_a_reply_that_is_cut_off_the_whole_sentences_stay(chat: Chat) -> None:
    chat.says("The ferry will cost 58 euros from June [1]. A car rises to 140 euros [2] and", breaks=True)
    assert [one.text for one in phrased(chat, quotations(FARES))] == [
        "The ferry will cost 58 euros from June. [1]"
    ]


def test_after_too_many_questions_it_is_left_alone_as_long_as_it_asks(chat: Chat) -> None:
    hour = 0.0
    model = ChatModel("openai:loopback", chat.url, clock=lambda: hour)
    chat.reply = lambda _: Reply(status=429, headers={"Retry-After": "60"})
    phraser = Phraser(model)
    assert [*phraser.phrase(quotations(FARES), QUESTION, "en")] == [quotations(FARES)] * 1
    chat.says(GOOD)
    assert [*phraser.phrase(quotations(FARES), QUESTION, "en")] == [quotations(FARES)]
    assert len(chat.asked) == 1
    hour = 61.0
    assert is_phrased([*phraser.phrase(quotations(FARES), QUESTION, "en")][-1])


def test_nobody_there_is_no_answer_either() -> None:
    model = ChatModel("openai:loopback", "http://127.0.0.1:9/v1")
    assert [*Phraser(model).phrase(quotations(FARES), QUESTION, "en")] == [quotations(FARES)]


def test_quotes_of_the_same_wording_are_cited_together(chat: Chat) -> None:
    chat.says("A car pays 140 euros for a return ticket [1].")
    (last,) = phrased(chat, quotations([FARES[1], FARES[0], FARES[1]]))
    assert last.text.endswith("[1][2]")
    assert [one.article.id for one in last.citations] == ["a1", "a3"]


def test_what_a_reasoning_model_says_to_itself_is_not_the_answer(chat: Chat) -> None:
    chat.says(
        "<think>It rises to 140 euros [2].\nOr not?</think>\n\nThe ferry will cost 58 euros from June [1]."
    )
    assert [one.text for one in phrased(chat, quotations(FARES))] == [
        "The ferry will cost 58 euros from June. [1]"
    ]


def test_no_key_and_no_tools_are_sent_to_an_address_of_ones_own(
    chat: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret-of-somebody-else")
    chat.says(GOOD)
    phrased(chat, quotations(FARES))
    (asked,) = chat.asked
    assert "secret" not in asked.headers["authorization"]
    assert "tools" not in asked.body
    assert asked.body["stream"] is True


def test_a_key_that_is_set_is_sent(chat: Chat) -> None:
    chat.says(GOOD)
    [*ChatModel("openai:loopback", chat.url, "k-1").stream("be brief", "hello")]
    assert chat.asked[0].headers["authorization"] == "Bearer k-1"


@pytest.mark.parametrize("name", ["nobody:model", "nothing", "anthropic_bedrock:x"])
def test_a_model_that_cannot_be_used_is_named_with_what_to_do(name: str) -> None:
    with pytest.raises(ModelUnavailable, match=r"pip install|CHAT_MODEL"):
        ChatModel(name).load()


def test_ollama_phrases_too_and_needs_no_key(chat: Chat) -> None:
    chat.says(GOOD)
    model = ChatModel("ollama:loopback", chat.url.removesuffix("/v1"))
    *_, last = Phraser(model).phrase(quotations(FARES), QUESTION, "en")
    assert is_phrased(last)
    assert "authorization" not in chat.asked[0].headers


def test_a_wording_that_passes_over_a_value_gives_way_to_the_quotations_that_differ(chat: Chat) -> None:
    quoted = quotations(("The ferry costs 58 euros.", "The ferry cost 46 euros until May."))
    first, second = quoted.citations
    differing = replace(
        quoted, values=tuple(_value(one, 58 - 12 * place) for place, one in enumerate((first, second)))
    )
    chat.says("The ferry cost 46 euros until May [2].")
    assert phrased(chat, differing)[-1] is differing
    chat.says("The ferry cost 46 euros until May [2]. Now the ferry costs 58 euros [1].")
    *_, last = phrased(chat, differing)
    assert is_phrased(last)
    assert [[one.number for one in value.citations] for value in last.values] == [[2], [1]]
    assert [value.citations[0].quote for value in last.values] == [first.quote, second.quote]


def test_an_abstention_stays_one_and_nobody_is_asked(chat: Chat, desk: Desk) -> None:
    nothing = desk.answerer.ask("Is anybody there?", Filters())
    assert [*Phraser(chat.model()).phrase(nothing, "?", None)] == [nothing]
    assert chat.asked == []


def test_an_answer_is_phrased_shown_as_it_grows_and_remembered_as_phrased(chat: Chat, desk: Desk) -> None:
    three(desk)
    desk.settings = settings_from(
        {
            "NEWSDESK_HOME": str(desk.settings.home),
            "CHAT_MODEL": "openai:loopback",
            "CHAT_MODEL_URL": chat.url,
        }
    )
    chat.says("The bridge over the Drost is 412 metres long [1].")
    shown: list[Answer] = []
    answer = desk.answerer.ask("How long is the bridge over the Drost?", Filters(), show=shown.append)
    assert answer.text == "The bridge over the Drost is 412 metres long. [1]"
    assert [one.text for one in shown] == [answer.text]
    assert [one.quote for one in answer.citations] == ["It is 412 metres long."]
    (asked,) = chat.asked
    assert "It is 412 metres long." in asked.said
    assert "Delta Monitor" not in asked.said
    assert recall_any(desk.catalogue, answer.id).answer.text == answer.text
