"""What is made to nearly answer does not answer, and what does not lend itself is left alone."""

from __future__ import annotations

import random
import re

import pytest

from retrieval.lab.training.reader.negatives import another_name, another_value, names_of, negated, taken_out
from tests.training.reader.small import example, said, sentences_of

PASSAGE = "In 1998 the A12 was closed for 30 days. Mayor Anna Dekker opened it. Trains ran."
DRAWS = [random.Random(seed) for seed in range(40)]  # noqa: S311 - draws of tests, no secret


@pytest.mark.parametrize(
    ("question", "pattern", "value"),
    [
        ("What was closed in 1998?", r"What was closed in (\d{4})\?", "1998"),
        ("When was the A12 closed?", r"When was the (A\d{1,2}) closed\?", "A12"),
        ("What was closed for 30 days?", r"What was closed for (\d{2}) days\?", "30"),
    ],
)
def test_another_year_code_or_number_is_asked_for(question: str, pattern: str, value: str) -> None:
    drawn = [another_value(example(question, PASSAGE, "A12"), chance) for chance in DRAWS]
    found = [made for made in drawn if made is not None]  # None: what was drawn stands in the passage
    assert len(found) > len(DRAWS) * 0.8
    for made in found:
        asked = re.fullmatch(pattern, made.question)
        assert asked
        assert asked[1] != value
        assert asked[1] not in PASSAGE
        assert (made.answers, made.answering, made.passage) == ((), (), PASSAGE)


@pytest.mark.parametrize("question", ["What was closed?", "What was closed in 2004?"])
def test_a_question_without_a_value_of_the_passage_is_left_alone(question: str) -> None:
    assert another_value(example(question, PASSAGE, "A12"), DRAWS[0]) is None


def test_another_name_is_asked_for() -> None:
    names = names_of(
        [example(one, "") for one in ("Is Carla Visser in?", "Where is Delft?", "Is Anna Dekker?")]
    )
    assert names == ["Anna Dekker", "Carla Visser", "Delft"]
    made = another_name(example("What did Anna Dekker open?", PASSAGE, "it"), names, DRAWS[0])
    assert made is not None
    assert made.question == "What did Carla Visser open?"
    assert not made.answerable


def test_a_name_that_answers_is_not_changed() -> None:
    question = "Is it Anna Dekker who opened it?"
    assert another_name(example(question, PASSAGE, "Mayor Anna Dekker"), ["Carla Visser"], DRAWS[0]) is None


def test_a_name_of_the_passage_is_not_put_for_another() -> None:
    passage = "Anna Dekker opened it. Carla Dekker watched."
    asked = example("What did Anna Dekker open?", passage, "it")
    assert another_name(asked, ["Carla Visser"], DRAWS[0]) is None


def test_the_answering_sentence_is_taken_out() -> None:
    made = taken_out(example("Who opened it?", PASSAGE, "Anna Dekker"))
    assert made is not None
    assert sentences_of(made) == ["In 1998 the A12 was closed for 30 days.", "Trains ran."]
    assert not made.answerable


def test_an_answer_that_stands_elsewhere_too_is_not_taken_out() -> None:
    assert taken_out(example("Who opened it?", "Anna opened it. They thanked ANNA.", "Anna")) is None
    assert taken_out(example("Who opened it?", "Anna opened it.", "Anna")) is None


@pytest.mark.parametrize(
    ("question", "language", "asked"),
    [
        ("Who was mayor then?", "en", "Who was mayor not then?"),
        ("When did Anna Dekker open it?", "en", "When did Anna Dekker not open it?"),
        ("Wie heeft het geopend?", "nl", "Wie heeft het niet geopend?"),
    ],
)
def test_what_is_not_so_is_asked_for(question: str, language: str, asked: str) -> None:
    made = negated(example(question, PASSAGE, "Anna Dekker", language=language))
    assert made is not None
    assert (made.question, said(made)) == (asked, [])


@pytest.mark.parametrize(
    ("question", "passage"),
    [
        ("Who opened it?", PASSAGE),
        ("Who was not there?", PASSAGE),
        ("Who was there then?", "Anna Dekker did not come."),
        ("Who is it?", PASSAGE),
    ],
)
def test_what_cannot_be_denied_or_was_denied_already_is_left_alone(question: str, passage: str) -> None:
    assert negated(example(question, passage)) is None
