"""A round of training holds examples of all kinds, and the same number always gives the same round."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace

import pytest

from retrieval.lab.training.gloss import Glossary
from retrieval.lab.training.lexicon import Equivalent, Lexicon
from retrieval.lab.training.pairs import Pair
from retrieval.lab.training.reader.mixture import ROUND, Material, Rounds
from retrieval.lab.training.reader.reading_examples import Example
from tests.training.reader.small import example, said, sentences_of

MADE = {"another value or name", "edited", "taken out", "negated", "cloze", "news", "claims"}
PASSAGES = [
    example(
        "What year was Velwijk hit?",
        "The Velwijk mill burnt in 1998. Anna Dekker saw it from the old bridge. It rained.",
        "1998",
    ),
    example(
        "Who was it that in 2004 came to Borham?",
        "In 2004 the Borham bridge was opened. Carla Visser cut the ribbon. Many came.",
        "Carla Visser",
    ),
    example(
        "What did Norstad lose?",
        "The town of Norstad lost its old mill. Kelsand and Fordam kept theirs.",
        "its old mill",
    ),
]


def of_kind(kind: str) -> list[Example]:
    told = [replace(one, kind=kind, group=f"{kind}:1") for one in PASSAGES]
    return told[::-1] if kind == "qadiscourse" else told  # the sets need not have one order


MATERIAL = Material(
    [one for kind in ROUND if kind not in MADE for one in of_kind(kind)],
    [
        Pair("The old mill burnt down.", "De oude molen brandde af.", "nl", "test"),
        Pair("It rained.", "Het regende.", "nl", "test"),
    ],
    Lexicon({"molen": (Equivalent("mill", 1.0),), "oude": (Equivalent("old", 1.0),)}),
    Glossary({english: ([dutch], [1.0]) for english, dutch in (("mill", "molen"), ("old", "oude"))}),
    {"burnt": Counter({"rebuilt": 1}), "hit": Counter({"spared": 2}), "lose": Counter({"keep": 1})},
)
PRINTED = """
import hashlib
from tests.training.reader.test_rounds import MATERIAL
from retrieval.lab.training.reader.mixture import Rounds
print(hashlib.sha256(repr(list(Rounds(MATERIAL, 1).examples(2))).encode()).hexdigest())
"""


@pytest.fixture(scope="module")
def drawn() -> list[Example]:
    return list(Rounds(MATERIAL, 1).examples(3))


def test_a_round_holds_examples_of_every_kind(drawn: list[Example]) -> None:
    kinds = Counter(one.kind.partition(",")[0] for one in drawn)
    assert {kind for kind in ROUND if kind not in MADE} <= set(kinds)
    assert kinds["another-value"] + kinds["another-name"] == ROUND["another value or name"]
    assert kinds["taken-out"] == ROUND["taken out"]
    assert kinds["negated"] == ROUND["negated"]
    assert kinds["edited"] > ROUND["edited"] * 0.9
    assert kinds["news"] == ROUND["news"] + ROUND["claims"]
    assert kinds["cloze"] > ROUND["cloze"] * 0.9


def test_what_is_made_to_not_answer_does_not(drawn: list[Example]) -> None:
    made = [
        one
        for one in drawn
        if one.kind.partition(",")[0] in {"another-value", "another-name", "edited", "taken-out", "negated"}
    ]
    assert made
    assert not any(one.answerable or one.answers for one in made)


def test_every_answer_stands_in_a_sentence_that_answers(drawn: list[Example]) -> None:
    for one in drawn:
        held = [sentences_of(one)[number] for number in one.answering]
        assert all(any(answer in sentence for sentence in held) for answer in said(one)), one
        assert bool(one.answering) == bool(one.answers), one


def test_nearly_half_of_the_examples_have_words_of_another_language(drawn: list[Example]) -> None:
    able = [one for one in drawn if one.kind not in {"cloze", "news"}]
    assert 0.4 < sum("switched" in one.kind for one in able) / len(able) < 0.5


def test_without_a_glossary_no_word_is_switched() -> None:
    plain = Material(MATERIAL.examples, MATERIAL.pairs, MATERIAL.lexicon, None, {})
    assert not any("switched" in one.kind for one in Rounds(plain, 1).examples(3))


def test_another_number_or_seed_gives_another_round(drawn: list[Example]) -> None:
    assert list(Rounds(MATERIAL, 1).examples(3)) == drawn
    assert list(Rounds(MATERIAL, 1).examples(4)) != drawn
    assert list(Rounds(MATERIAL, 2).examples(3)) != drawn


@pytest.mark.torture
def test_another_process_draws_the_same_round() -> None:
    digests = {
        subprocess.run(
            [sys.executable, "-c", PRINTED],
            env=os.environ | {"PYTHONHASHSEED": seed},  # noqa: TID251 - of the process to be started
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "3")
    }
    assert len(digests) == 1
