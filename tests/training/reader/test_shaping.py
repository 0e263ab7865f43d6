"""Examples get the size of an article's passage, a heading and a plain question; what answers stays."""

from __future__ import annotations

import random
import re

import pytest

from retrieval.lab.training.reader.reading_examples import Example, window
from retrieval.lab.training.reader.shaping import among, shaped
from tests.training.reader.small import example, said, sentences_of

SENTENCES = [
    f"In week {number} the miller of Velwijk counted {number * 7} sacks of flour." for number in range(40)
]
LONG = example("How many sacks in week 20?", " ".join(SENTENCES), "140 sacks")


def chance(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - draws of tests, no secret


@pytest.mark.parametrize("seed", range(60))
def test_a_long_passage_is_cut_around_what_answers(seed: int) -> None:
    made = shaped(LONG, chance(seed))
    assert said(made) == ["140 sacks"]
    (number,) = made.answering
    assert sentences_of(made)[number] == SENTENCES[20]
    assert made.passage in LONG.passage
    assert 25 <= len(made.passage.split()) <= 150


def test_passages_come_in_many_sizes_and_what_answers_in_many_places() -> None:
    made = [shaped(LONG, chance(seed)) for seed in range(60)]
    assert len({len(one.sentences) for one in made}) > 5
    assert len({one.answering for one in made}) > 5


def test_a_window_keeps_the_answers_within_it() -> None:
    two = example("How many?", " ".join(SENTENCES[:4]), "7 sacks", "21 sacks")
    inner = window(two, 1, 2)
    assert inner.passage == " ".join(SENTENCES[1:3])
    assert (said(inner), inner.answering) == (["7 sacks"], (0,))
    assert sentences_of(inner) == SENTENCES[1:3]


def test_a_window_without_an_answer_does_not_answer() -> None:
    assert not window(LONG, 0, 5).answerable


NAMES = ("Velwijk", "Borham", "Norstad", "Kelsand", "Fordam", "Marford", "Oshof", "Gardorp")


def titles(passage: str) -> set[str]:
    told = example("Who?", passage)
    headings = [shaped(told, chance(seed)).heading for seed in range(60)]
    return {one.partition(",")[0] for one in headings if any(name in one for name in NAMES)}


def test_the_headline_is_the_name_that_stands_most_often() -> None:
    assert titles(", ".join(NAMES) + " won, and Borham again.") == {"Borham"}


def test_of_names_that_stand_equally_often_the_first_is_the_headline() -> None:
    assert titles(", ".join(NAMES) + " won.") == {"Velwijk"}


def test_some_passages_have_no_heading_and_some_only_outlet_and_date() -> None:
    headings = [shaped(LONG, chance(seed)).heading for seed in range(100)]
    assert 15 < sum(not one for one in headings) < 45
    assert 15 < sum(bool(re.fullmatch(r"[\w ]+, \d{4}-\d\d-\d\d", one)) for one in headings) < 45


def test_some_questions_are_in_lower_case_or_lack_their_mark() -> None:
    asked = {shaped(LONG, chance(seed)).question for seed in range(100)}
    words = "How many sacks in week 20"
    assert asked == {f"{words}?", words, f"{words.lower()}?", words.lower()}


@pytest.mark.parametrize("seed", range(20))
def test_a_sentence_among_others_of_its_article_still_answers(seed: int) -> None:
    one = example("How many?", SENTENCES[20], "140 sacks")
    others = SENTENCES[:3]
    made = among(one, others, chance(seed))
    assert said(made) == ["140 sacks"]
    assert sorted(sentences_of(made)) == sorted([*others, SENTENCES[20]])
    assert [sentences_of(made)[number] for number in made.answering] == [SENTENCES[20]]


def test_a_sentence_that_does_not_answer_does_not_among_others() -> None:
    silent: Example = example("Who?", SENTENCES[20])
    assert not among(silent, SENTENCES[:3], chance(1)).answerable
