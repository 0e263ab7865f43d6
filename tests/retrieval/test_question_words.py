"""What the small words of a question tell: its language."""

from __future__ import annotations

import pytest

from corpus.tokens import words
from retrieval.language.function_words import language

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
