"""Words of two languages stand in one example, and its answers stay answers."""

from __future__ import annotations

import random

import pytest

from retrieval.lab.training.gloss import Glossary
from retrieval.lab.training.lexicon import Equivalent, Lexicon
from retrieval.lab.training.pairs import Pair
from retrieval.lab.training.reader.cloze import cloze
from retrieval.lab.training.reader.code_switching import switched
from tests.training.reader.small import example, said, sentences_of

GLOSSARY = Glossary(
    {
        english: ([dutch], [1.0])
        for english, dutch in (("mill", "windmolen"), ("burnt", "verbrandde"), ("who", "wie"), ("old", "oud"))
    }
)
LEXICON = Lexicon({"molen": (Equivalent("mill", 1.0),), "brug": (Equivalent("bridge", 1.0),)})
PAIR = Pair("The old mill burnt in 1998.", "De oude molen brandde af in 1998.", "nl", "test")
OTHERS = [
    Pair("It rained that day.", "Het regende die dag.", "nl", "test"),
    Pair("Nobody saw it.", "Niemand zag het.", "nl", "test"),
]
MILL = example(
    "Who saw the old mill?", "The old mill burnt. Mill hands saw the old mill go.", "old mill", "hands"
)


def chance(seed: int = 1) -> random.Random:
    return random.Random(seed)  # noqa: S311 - draws of tests, no secret


def test_known_words_of_a_passage_are_replaced_and_answers_move_with_them() -> None:
    made = switched(MILL, GLOSSARY, "passage", 1.0, chance())
    assert made.question == MILL.question
    assert sentences_of(made)[0] == "The oud windmolen verbrandde."
    assert sentences_of(made)[1].endswith("hands saw the oud windmolen go.")
    assert said(made) == ["oud windmolen", "hands"]
    assert made.answering == MILL.answering


def test_a_question_is_switched_by_itself() -> None:
    made = switched(MILL, GLOSSARY, "question", 1.0, chance())
    assert (made.question, made.passage) == ("Wie saw the oud windmolen?", MILL.passage)


@pytest.mark.parametrize("seed", range(30))
def test_every_answer_begins_and_ends_with_words_of_the_answer(seed: int) -> None:
    made = switched(MILL, GLOSSARY, "both", 0.5, chance(seed))
    first, second = said(made)
    assert first in {f"{old} {mill}" for old in ("old", "oud") for mill in ("mill", "windmolen")}
    assert second == "hands"
    assert "".join(sentences_of(made)) == made.passage.replace(". ", ".")


def test_nothing_is_replaced_where_no_word_is_known() -> None:
    assert switched(MILL, Glossary({}), "both", 1.0, chance()).passage == MILL.passage


@pytest.mark.parametrize("seed", range(60))
def test_what_a_translated_sentence_is_asked_for_stands_in_the_passage(seed: int) -> None:
    made = cloze(PAIR, OTHERS, LEXICON, chance(seed))
    assert made is not None
    dutch = made.language == "nl"
    translation = PAIR.other if dutch else PAIR.english
    assert made.answerable == (translation in made.passage)
    assert "".join(sentences_of(made)) == made.passage.replace(". ", ".")
    expected = {
        "The old what burnt in 1998?": ["molen"],
        "The old mill burnt in how many?": ["1998"],
        "De oude wat brandde af in 1998?": ["mill"],
        "De oude molen brandde af in hoeveel?": ["1998"],
    }[made.question]
    assert said(made) == (expected if made.answerable else [])
    assert [sentences_of(made)[number] for number in made.answering] == [translation] * made.answerable


def test_some_passages_lack_the_translation() -> None:
    made = [cloze(PAIR, OTHERS, LEXICON, chance(seed)) for seed in range(200)]
    assert 0.6 < sum(one is not None and one.answerable for one in made) / 200 < 0.9


def test_sentences_without_a_word_that_stands_for_another_are_left_alone() -> None:
    assert cloze(OTHERS[1], OTHERS[:1], LEXICON, chance()) is None
