"""Which names and figures of a question an article lacks."""

from __future__ import annotations

import pytest

from retrieval.question.asked_names import is_figure, missing, names


@pytest.mark.parametrize(
    ("question", "text", "lacking"),
    [
        ("Hoe lang is de N201 dicht?", "De N203 is twee weken dicht.", ["N201"]),
        ("How long is the A12 closed?", "The A120 is closed for two weeks.", ["A12"]),
        ("How long is the A12 closed?", "De A12 is twee weken dicht.", []),
        ("What was decided in 2019?", "It was decided in 2020, at 12019 metres.", ["2019"]),
        ("When did storm Pippin come?", "Storm Bregje came in March.", ["Pippin"]),
        ("What happened in Normandy?", "In Normandi\u00eb is het gebeurd.", []),
        ("what happened in normandy?", "Nothing of the kind.", []),
        ("Waarom is Sint-Aldegondsluis dicht?", "Sint Aldegondsluis is dicht.", []),
        ("Waarom is Sintaldegondsluis dicht?", "Sint-Aldegondsluis is dicht.", []),
        ("Waarom is de Sint Aldegondsluis dicht?", "De Sintaldegondsluis is dicht.", []),
        ("Waarom is Sint-Aldegondsluis dicht?", "Sint Bavosluis is dicht.", ["Sint-Aldegondsluis"]),
        ("hoe lang is de a12 dicht?", "De A120 is dicht.", ["a12"]),
    ],
)
def test_an_identifier_is_there_whole_and_a_name_by_its_beginning(
    question: str, text: str, lacking: list[str]
) -> None:
    assert missing(question, text) == lacking


def test_what_holds_a_digit_is_a_figure() -> None:
    found = names("Did Ajax or 1860 Munich play on the N201 in May?")
    assert {name: is_figure(name) for name in found} == {
        "Ajax": False,
        "1860": True,
        "Munich": False,
        "N201": True,
        "May": False,
    }
