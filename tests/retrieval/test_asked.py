"""What a message asks is found in it, wherever it stands, and apart from the remarks around it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from retrieval.models.embedding import Embedder
from retrieval.question.asked import Question, asked_in, within
from retrieval.question.utterances.classifying import utterance
from retrieval.question.utterances.kinds import Kind, Utterance

DIKE = "How high will the new dike at Morsum be?"
FERRY = "Hoeveel kost een kaartje voor de veerboot naar Skerrin?"
BRIDGE = "When does the bridge at Quillhaven open again?"
MUSEUM = "Wie betaalt het nieuwe museum in Bargstede?"
CHAT = "It rained all day and nobody came to the market. "


@pytest.fixture(scope="module")
def tell(embedder: Embedder) -> Callable[[str], Utterance]:
    return lambda message: utterance(message, embedder.embed)


def texts(questions: tuple[Question, ...]) -> list[str]:
    return [one.text for one in questions]


@pytest.mark.parametrize(
    ("message", "questions"),
    [
        (DIKE, [DIKE]),
        (f"Hello everyone! {DIKE}", [DIKE]),
        (f"{CHAT * 38}{DIKE}", [DIKE]),
        (f"{DIKE} {CHAT * 38}", [DIKE]),
        (f"{DIKE} {FERRY}\n{BRIDGE}\n\n- {MUSEUM}", [DIKE, FERRY, BRIDGE, f"- {MUSEUM}"]),
        (f"{DIKE}\nhaha\n{DIKE.upper()}", [DIKE]),
        ("When does the bridge\nat Quillhaven open again?", [BRIDGE]),
        (
            "the ferry is late. how late is it today? and what does the ferry to Skerrin cost?",
            ["how late is it today?", "and what does the ferry to Skerrin cost?"],
        ),
        (f"{CHAT}who paid for the dike at Morsum", ["who paid for the dike at Morsum"]),
    ],
)
def test_questions_are_found_in_order_and_each_once(
    message: str, questions: list[str], tell: Callable[[str], Utterance]
) -> None:
    found = asked_in(message, tell)

    assert found.kind is Kind.QUESTION
    assert texts(found.questions) == questions
    assert set(found.surely) <= set(found.questions)


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("", Kind.REMARK),
        ("?!", Kind.REMARK),
        ("😂😂", Kind.REMARK),
        (CHAT * 30, Kind.REMARK),
        ("Wow that is expensive. Haha!", Kind.REMARK),
        ("Great, that is clear. Thank you so much!", Kind.THANKS),
        ("Thanks! What can you do?", Kind.REQUEST),
    ],
)
def test_what_has_no_question_is_told_for_what_it_is(
    message: str, kind: Kind, tell: Callable[[str], Utterance]
) -> None:
    found = asked_in(message, tell)

    assert (found.kind, found.questions) == (kind, ())


def test_who_marks_one_question_marks_them_all(tell: Callable[[str], Utterance]) -> None:
    found = asked_in(f"Who has been to Morsum. {DIKE}", tell)

    assert found.questions == (Question(DIKE, "Who has been to Morsum."),)


def test_a_question_that_is_too_long_is_asked_from_a_pause_in_it_on() -> None:
    long = f"{'I was at the harbour and it was very cold there, ' * 12}how high will the dike be?"

    assert within(DIKE, 500) == DIKE
    assert (within(long, 500) or "").endswith("it was very cold there, how high will the dike be?")
    assert len(within(long, 500) or "") <= 500
    assert within("why " * 130, 500) is None
