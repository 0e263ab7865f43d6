"""What the words of a question tell: its language, and whether it wants a number."""

from __future__ import annotations

import pytest

from corpus.tokens import words
from retrieval.answer_type import answers_in_kind
from retrieval.function_words import language

BOTH = ["en", "nl"]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("how much is Russia's signing bonus?", "en"),
        ("When does it start?", "en"),
        ("hoeveel wolven leven er in het Drostenwoud?", "nl"),
        ("Wat kost de overtocht?", "nl"),
        ("Wie won Super Bowl 50?", "nl"),
        ("Waardermonde 2026", None),
        ("", None),
    ],
)
def test_the_small_words_of_a_question_tell_dutch_from_english(question: str, expected: str | None) -> None:
    assert language(words(question), BOTH) == expected


def test_they_tell_nothing_where_a_third_language_is_possible() -> None:
    assert language(words("Wie hoch ist die Prämie?"), [*BOTH, "de"]) is None


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        ("How much is the bonus?", "It is 495 thousand roubles.", True),
        ("How many packs are there?", "The forest has four packs.", True),
        ("Hoeveel roedels zijn er?", "In het bos leven vier roedels.", True),
        ("Wanneer begint het?", "Het begint op 15 december.", True),
        ("How much is the bonus?", "It has reached a record.", False),
        ("Who pays the bonus?", "The ministry pays 495 thousand roubles.", False),
    ],
)
def test_a_question_for_a_number_is_answered_in_kind_by_a_number(
    question: str,
    sentence: str,
    expected: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    assert answers_in_kind(question, sentence) is expected
