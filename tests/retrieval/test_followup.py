from __future__ import annotations

import pytest

from retrieval.question.followup import standalone

WOLVES = "Hoeveel wolven leven er in het Drostenwoud?"
BONUS = "How much is Russia's signing bonus for foreigners in 2023?"
TRAIN = "When does the night train from Utrecht to Turin start?"


@pytest.mark.parametrize(
    ("before", "question", "understood"),
    [
        # It asks about something else of the same thing: names and figures come along.
        (BONUS, "And the monthly salary?", "And the monthly salary? (Russia 2023)"),
        (BONUS, "And how high is the monthly salary?", "And how high is the monthly salary? (Russia 2023)"),
        (WOLVES, "en hoeveel roedels?", "en hoeveel roedels? (Drostenwoud)"),
        (WOLVES, "En hoe groot zijn de roedels?", "En hoe groot zijn de roedels? (Drostenwoud)"),
        (WOLVES, "hoeveel zijn er doodgereden?", "hoeveel zijn er doodgereden? (Drostenwoud)"),
        (WOLVES, "Hoe zit het met de schapen?", "Hoe zit het met de schapen? (Drostenwoud)"),
        (TRAIN, "Thanks! And bicycles?", "Thanks! And bicycles? (Utrecht Turin)"),
        # It points back, or says nothing of its own: everything comes along.
        (WOLVES, "en wanneer was dat?", "en wanneer was dat? (wolven leven Drostenwoud)"),
        (WOLVES, "waarom?", "waarom? (wolven leven Drostenwoud)"),
        (TRAIN, "Why?", "Why? (night train Utrecht Turin start)"),
        (TRAIN, "How long does it take?", "How long does it take? (night train Utrecht Turin start)"),
        (TRAIN, "Wie leidt dat?", "Wie leidt dat? (night train Utrecht Turin start)"),
        (
            BONUS,
            "how much is that in euros",
            "how much is that in euros (Russia signing bonus foreigners 2023)",
        ),
        (BONUS, "en in euro's?", "en in euro's? (Russia signing bonus foreigners 2023)"),
        # It changes a circumstance: a name gives way to a name, a figure to a figure.
        (BONUS, "What about Moscow?", "What about Moscow? (signing bonus foreigners 2023)"),
        (BONUS, "And for citizens?", "And for citizens? (Russia signing bonus foreigners 2023)"),
        # In small letters nothing is known to be a name.
        ("how high is the bonus in russia", "and the salary?", "and the salary? (high bonus russia)"),
    ],
)
def test_a_question_that_leans_takes_what_it_needs_from_the_one_before(
    before: str, question: str, understood: str
) -> None:
    assert standalone(question, ["Who?", before]) == understood


@pytest.mark.parametrize(
    "question",
    [
        "How long is the bridge?",
        "Wat kost een warmtepomp?",
        "Wat kost het huis van de burgemeester?",
        "Does the report on the barrier in the harbour of Waardermonde say what it costs?",
        "Who said that Moscow raised the bonus?",
        "Wie zegt dat de waterkering te duur is?",
        "How many wolves are there in the Drostenwoud?",
        "How many wolves were born this year?",
        "Wie is Thijmen Overgaauw?",
        "What is inflation?",
        "warmtepompsubsidie",
        "Ottawa en Oslo",
        "Bedankt!",
        "?!",
        "",
    ],
)
def test_a_question_that_stands_alone_is_asked_as_it_is(question: str) -> None:
    assert standalone(question, [BONUS]) == question


@pytest.mark.parametrize(
    "question",
    [
        "And how many wolves live in the Drostenwoud?",
        "En wat kost een warmtepomp in Lindervoort?",
        "But how much does a heat pump cost?",
        "And whose house did the mayor of Ghent buy?",
        "En hoelang staat de oude molen in Zwolle al leeg?",
    ],
)
def test_a_change_of_topic_does_not_drag_the_old_one_along(question: str) -> None:
    assert standalone(question, [BONUS]) == question


def test_a_long_conversation_keeps_its_names_and_does_not_grow() -> None:
    understood = [BONUS]
    for question in ("And the monthly salary?", "And in Moscow?", "en in 2026?", "waarom?"):
        understood.append(standalone(question, understood))

    assert understood[1:] == [
        "And the monthly salary? (Russia 2023)",
        "And in Moscow? (monthly salary 2023)",
        "en in 2026? (Moscow monthly salary)",
        "waarom? (2026 Moscow monthly salary)",
    ]


def test_the_first_question_of_a_conversation_leans_on_nothing() -> None:
    assert standalone("And in winter?", []) == "And in winter?"
