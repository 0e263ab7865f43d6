from __future__ import annotations

import pytest

from retrieval.followup import leans, standalone

FIRST = "Hoeveel wolven leven er in het Drostenwoud?"


@pytest.mark.parametrize(
    "question",
    [
        "en hoeveel roedels?",
        "And in winter?",
        "What about the bridge over the river that was opened by the mayor last Saturday?",
        "hoe zit het met de schapen?",
        "why did they do that?",
        "Wat kost het, en wie betaalt dat?",
        "Wanneer was dat?",
    ],
)
def test_a_question_that_leans_is_asked_together_with_the_one_before(question: str) -> None:
    assert leans(question)
    assert standalone(question, ["Who?", FIRST]) == f"{FIRST} {question}"


@pytest.mark.parametrize(
    "question",
    [
        "How long is the bridge?",
        "Wat kost een warmtepomp?",
        "Does the report on the barrier in the harbour of Waardermonde say what it costs?",
        "?!",
        "",
        "Ottawa en Oslo",
    ],
)
def test_a_question_that_stands_alone_is_asked_as_it_is(question: str) -> None:
    assert not leans(question)
    assert standalone(question, [FIRST]) == question


def test_the_first_question_of_a_conversation_leans_on_nothing() -> None:
    assert standalone("And in winter?", []) == "And in winter?"
