"""What people changed in questions is learnt from pairs; it is changed only where nothing then answers."""

from __future__ import annotations

import gzip
import json
import random
from collections import Counter
from pathlib import Path

import pytest

from retrieval.lab.training.reader.edits import Edits, edited, read_edits
from tests.training.reader.small import example, sentences_of

PASSAGE = "The Velwijk mill opened in 1998. Most visitors came by bus. Anna Dekker cut the ribbon."
DRAWS = [random.Random(seed) for seed in range(40)]  # noqa: S311 - draws of tests, no secret


def learned(folder: Path, *pairs: tuple[str, str]) -> dict[str, dict[str, int]]:
    path = folder / "pairs.json.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        json.dump([{"answerable": one, "unanswerable": other} for one, other in pairs], file)
    return {was: dict(now) for was, now in read_edits(path).items()}


def questions(question: str, edits: Edits, answer: str = "1998") -> set[str]:
    """Return what is asked instead, over many draws; nothing of it is answered."""
    drawn = [edited(example(question, PASSAGE, answer), edits, chance) for chance in DRAWS]
    made = [one for one in drawn if one is not None]
    assert all((one.answers, one.answering, one.passage) == ((), (), PASSAGE) for one in made)
    assert all(one.kind == "edited" for one in made)
    return {one.question for one in made}


def test_an_edit_is_what_one_place_of_two_questions_held_before_and_after(tmp_path: Path) -> None:
    assert learned(
        tmp_path,
        ("when was the mill opened ?", "when was the mill closed ?"),
        ("who opened the bridge ?", "who closed the bridge ?"),
        ("what opened ?", "what burnt ?"),
        ("what happened in 2005 ?", "what happened in 2015 ?"),
        ("what did most of them say ?", "what did the least of them say ?"),
    ) == {"opened": {"closed": 2, "burnt": 1}, "2005": {"2015": 1}, "most": {"the least": 1}}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("when was the mill opened ?", "when was the mill opened ?"),
        ("when was the mill opened ?", "when was the old mill opened ?"),
        ("when was the old mill opened ?", "when was the mill opened ?"),
        ("when was the mill opened ?", "where was the mill closed ?"),
        ("who saw the mill of the town ?", "who saw four of them by the bridge of the town ?"),
        ("when was it ?", "what was it ?"),
        ("is he in ?", "is she in ?"),
    ],
    ids=["same", "added", "taken out", "two places", "long", "asking word", "short word"],
)
def test_other_differences_teach_nothing(tmp_path: Path, one: str, other: str) -> None:
    assert learned(tmp_path, (one, other)) == {}


def test_a_question_is_changed_where_people_changed_one() -> None:
    edits = {"opened": Counter({"closed": 1}), "velwijk": Counter({"borham": 1})}
    assert questions("When was the Velwijk mill opened?", edits) == {
        "When was the Velwijk mill closed?",
        "When was the Borham mill opened?",
    }


def test_what_people_changed_more_often_is_changed_more_often() -> None:
    edits = {"opened": Counter({"closed": 400, "sold": 1})}
    asked = example("When was the mill opened?", PASSAGE, "1998")
    drawn = Counter(made.question for chance in DRAWS if (made := edited(asked, edits, chance)) is not None)
    assert drawn["When was the mill closed?"] > len(DRAWS) / 2


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        ("most visitors", "fewest visitors", "When did fewest visitors of Norstad see the Velwijk Mill?"),
        ("when", "where", "Where did most visitors of Norstad see the Velwijk Mill?"),
        ("when did", "why do", "Why do most visitors of Norstad see the Velwijk Mill?"),
        ("velwijk mill", "borham bridge", "When did most visitors of Norstad see the Borham Bridge?"),
        ("norstad", "new kelsand", "When did most visitors of New Kelsand see the Velwijk Mill?"),
    ],
)
def test_names_and_first_words_keep_their_capitals(was: str, now: str, expected: str) -> None:
    asked = "When did most visitors of Norstad see the Velwijk Mill?"
    assert questions(asked, {was: Counter({now: 1})}) == {expected}


@pytest.mark.parametrize(
    ("question", "was", "now"),
    [
        ("Which mill opened in 1998?", "1998", "Velwijk"),
        ("When did the mill begin?", "begin", "opened"),
        ("When was the mill closed?", "opened", "sold"),
    ],
    ids=["a name that answers", "the word that answers", "nothing of it asked"],
)
def test_nothing_is_put_in_that_stands_in_the_answering_sentence(question: str, was: str, now: str) -> None:
    assert questions(question, {was: Counter({now.lower(): 1})}) == set()


def test_what_stands_in_another_sentence_alone_can_be_put_in() -> None:
    asked = "When was the ribbon of the mill cut?"
    assert "bus" in sentences_of(example(asked, PASSAGE, "1998"))[1]
    assert questions(asked, {"ribbon": Counter({"bus": 1})}) == {"When was the bus of the mill cut?"}


def test_a_question_that_nothing_answers_is_left_alone() -> None:
    edits = {"opened": Counter({"closed": 1})}
    assert edited(example("When was the mill opened?", PASSAGE), edits, DRAWS[0]) is None
