"""The question before, asked of another time: it stays a question as people ask it."""

from __future__ import annotations

import pytest

from retrieval.question.followup import standalone

WOLVES = "Hoeveel wolven leven er in het Drostenwoud?"
FERRY = "What does the ferry to Saltmarsh cost in 2020?"


@pytest.mark.parametrize(
    ("before", "question", "understood"),
    [
        (WOLVES, "En in 2021?", "Hoeveel wolven leven er in het Drostenwoud in 2021?"),
        (WOLVES, "en vorig jaar?", "Hoeveel wolven leven er in het Drostenwoud vorig jaar?"),
        (WOLVES, "En 2021?", "Hoeveel wolven leven er in het Drostenwoud in 2021?"),
        (
            WOLVES,
            "Oké, en hoe was dat in mei 2021?",
            "Hoeveel wolven leven er in het Drostenwoud in mei 2021?",
        ),
        (WOLVES, "En hoeveel waren het er in 2021?", "Hoeveel wolven leven er in het Drostenwoud in 2021?"),
        (FERRY, "And in 2021?", "What does the ferry to Saltmarsh cost in 2021?"),
        (FERRY, "What about 2021?", "What does the ferry to Saltmarsh cost in 2021?"),
        (FERRY, "And between 2021 and 2023?", "What does the ferry to Saltmarsh cost between 2021 and 2023?"),
        (FERRY, "Thanks! And since May?", "What does the ferry to Saltmarsh cost since May 2020?"),
        ("Wie was in 2019 burgemeester", "En in 2021?", "Wie was in 2021 burgemeester"),
        (
            "en hoeveel roedels? (Drostenwoud 2020)",
            "En in 2021?",
            "en hoeveel roedels in 2021? (Drostenwoud)",
        ),
    ],
)
def test_another_time_takes_the_place_of_the_one_before(before: str, question: str, understood: str) -> None:
    assert standalone(question, [before]) == understood


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        ("En in 2021 in Noordervenen?", "En in 2021 in Noordervenen? (wolven leven)"),
        ("Waarom in 2021?", "Waarom in 2021? (wolven leven Drostenwoud)"),
        ("En in Noordervenen?", "En in Noordervenen? (wolven leven)"),
    ],
)
def test_what_names_more_than_a_time_is_no_question_of_before(question: str, understood: str) -> None:
    assert standalone(question, [WOLVES]) == understood


def test_a_year_that_says_which_thing_is_meant_does_not_give_way() -> None:
    assert standalone("and in 2023?", ["What is the 2022 estimate?"]) == "and in 2023? (estimate)"


@pytest.mark.parametrize(
    ("first", "others"),
    [
        (WOLVES, ["En in 2021?", "En in 2022?", "En in 2023?", "En vorig jaar?", "En in 2024?"]),
        (WOLVES, ["Wie telt ze?", "Wat eten ze?", "Wie betaalt dat?", "En wanneer was dat?", "Waarom?"]),
        (WOLVES, ["En voor jagers?", "En voor boeren?", "En voor wandelaars?", "En voor kinderen?"]),
        (FERRY, ["And in 2021?", "And for cyclists?", "And for children?", "And in 2022?", "And for dogs?"]),
    ],
)
def test_what_was_understood_does_not_pile_up_from_question_to_question(
    first: str, others: list[str]
) -> None:
    understood = [first]
    for question in others:
        understood.append(standalone(question, understood))

    assert max(len(one.split()) for one in understood[3:]) <= len(first.split()) + 3
    assert "Wie" not in understood[-1]
