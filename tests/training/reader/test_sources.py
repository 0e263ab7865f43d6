"""Question sets are read as they say, and those to measure by are not trained on."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from retrieval.lab.training.lexicon import Lexicon
from retrieval.lab.training.reader.mixture import ROUND, Material, Rounds, held_out
from retrieval.lab.training.reader.question_sets import HeldBack, read, texts
from retrieval.lab.training.reader.reading_examples import Example
from tests.training.reader.small import example, said, sentences_of

MADE = {"another value or name", "edited", "taken out", "negated", "cloze", "news", "claims"}
SETS = [name for name in ROUND if name not in MADE]
PASSAGE = "The mill burnt in 1998. The bridge opened."
CUT = "the mill burnt , at a cost of 2 . 2 million . it is gone ."


def passage(context: str = PASSAGE, answer: str = "1998", question: str = "When?") -> dict[str, Any]:
    answers = [{"text": answer, "start": context.index(answer)}] if answer else []
    row = {"question": question, "context": context, "answers": answers, "answerable": bool(answers)}
    return row | {"language": "en", "group": "mill"}


def read_from(folder: Path, **sets: list[dict[str, Any]]) -> list[Example]:
    """Read a folder in which all sets are empty but these."""
    for name in {*SETS, *sets}:
        with gzip.open(folder / f"{name}.jsonl.gz", "wt", encoding="utf-8") as file:
            file.writelines(json.dumps(row) + "\n" for row in sets.get(name, []))
    return list(read(folder))


def test_a_question_comes_with_its_passage_sentences_and_answer(tmp_path: Path) -> None:
    (one,) = read_from(tmp_path, squad_train_flan=[passage()])
    assert (one.question, one.passage, one.kind, one.language) == ("When?", PASSAGE, "squad_train_flan", "en")
    assert sentences_of(one) == ["The mill burnt in 1998.", "The bridge opened."]
    assert (said(one), one.answering) == (["1998"], (0,))


def test_a_passage_in_tokens_is_joined_with_its_answer(tmp_path: Path) -> None:
    (one,) = read_from(tmp_path, unansq_train_part=[passage(CUT, "2 . 2 million", "how much was it ?")])
    assert one.passage == "the mill burnt, at a cost of 2.2 million. it is gone."
    assert (one.question, said(one)) == ("how much was it?", ["2.2 million"])


def test_a_question_without_an_answer_is_unanswerable(tmp_path: Path) -> None:
    (one,) = read_from(tmp_path, unansq_train_matched=[passage(answer="")])
    assert not one.answerable


def test_an_answer_too_long_to_be_shown_is_left_out(tmp_path: Path) -> None:
    long = "word " * 40
    assert read_from(tmp_path, fairytaleqa=[passage(f"It was {long}.", long.strip())]) == []


def test_a_question_whose_words_a_set_does_not_name_is_left_out(tmp_path: Path) -> None:
    assert read_from(tmp_path, qadiscourse=[passage(answer="") | {"answerable": True}]) == []


def test_labelled_sentences_answer_without_words(tmp_path: Path) -> None:
    row = {"question": "When?", "sentences": ["It rained.", "It burnt in 1998."], "labels": [0, 1]}
    (one,) = read_from(tmp_path, selqa_devtest=[row | {"language": "en", "group": "mill"}])
    assert sentences_of(one) == ["It rained.", "It burnt in 1998."]
    assert (one.answering, one.answers) == ((1,), ())


def test_twins_on_one_sentence_are_told_apart_by_their_label(tmp_path: Path) -> None:
    row = {"question": "when ?", "sentence": "it burnt in 1998 .", "language": "en", "group": "mill"}
    twins = [row | {"label": label} for label in (1, 0)]
    assert [one.answering for one in read_from(tmp_path, unansq_nqg_sentence_pairs=twins)] == [(0,), ()]


def test_sets_to_measure_by_are_neither_read_nor_counted_for_the_vocabulary(tmp_path: Path) -> None:
    read_from(tmp_path, qed_dev=[passage(), passage()])
    measured = {
        "squad20_dev_nonheldout": [passage("A secret.", "")],
        "squad11_dev_nonheldout": [passage("A secret.", "")],
    }
    assert [one.passage for one in read_from(tmp_path, qed_dev=[passage(), passage()], **measured)] == [
        PASSAGE
    ] * 2
    assert list(texts(tmp_path)) == ["When?", PASSAGE, "When?"]


@pytest.mark.parametrize("name", ["squad20_dev_nonheldout", "squad11_dev_nonheldout", "xquad_dev.nl"])
def test_sets_to_measure_by_are_refused_as_training_data(name: str) -> None:
    examples = [example("When?", PASSAGE, "1998", kind=one) for one in ("qed_dev", name)]
    with pytest.raises(HeldBack, match=f"{name} is there to measure by"):
        Rounds(Material(examples, [], Lexicon({}), None, {}), 1)


def of_group(group: str, *, answerable: bool = True) -> Example:
    one = example("When?", PASSAGE, *(["1998"] if answerable else []))
    return replace(one, group=group)


def test_groups_are_held_out_whole() -> None:
    examples = [of_group(f"squad_train_flan:{number // 3}") for number in range(300)]
    learned, kept_back = held_out(examples)
    assert 0 < len(kept_back) < 40
    assert not {one.group for one in learned} & {one.group for one in kept_back}
    assert len(learned) + len(kept_back) == len(examples)


def test_what_is_held_out_of_one_set_and_answers_in_another_that_is_learned_is_neither() -> None:
    sets = ("squad_train_flan", "unansq_train_part")
    _, kept_back = held_out(of_group(f"{sets[0]}:{number}") for number in range(300))
    name = kept_back[0].group.partition(":")[2]
    twin, (kept,) = f"{sets[1]}:{name}", kept_back[:1]
    assert held_out([of_group(twin)]) == ([of_group(twin)], [])
    assert held_out([kept, of_group(twin)]) == ([of_group(twin)], [])
    asked_in_vain = of_group(twin, answerable=False)
    assert held_out([kept, asked_in_vain]) == ([asked_in_vain], [kept])
