"""The reader says of each piece of a passage whether it answers, with which words, or that nothing does."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from corpus.article import Span
from corpus.sentences import sentences
from retrieval.errors import ModelUnavailable
from retrieval.models.kept import KeepingReader
from retrieval.models.reader import FOLDER, OnnxReader, Reader
from retrieval.models.readings import Passage, Reading, ReadPiece, Tokens, decoded, likeliest
from tests.retrieval.newsroom import BEES, BRIDGE, FERRY

START, END, EVIDENCE, ANSWERS = range(4)


def passage(text: str, heading: str = "") -> Passage:
    return Passage(heading, text, tuple(sentences(text, "en")))


def said(read: ReadPiece, text: str) -> str:
    return read.answer.of(text)


def best(reading: Reading) -> ReadPiece:
    return max(reading.pieces, key=lambda one: one.evidence)


def tokens(text: str, **logits: dict[str, float]) -> Tokens:
    """Return a text in words behind a question of two tokens; `logits` of each kind by word, 0 elsewhere.

    The word `-` stands for the first token, "no answer". Each token includes the blank before its word.
    """
    words, spans, at = text.split(" "), [], 0
    for word in words:
        start = text.index(word, at)
        spans.append((max(start - 1, 0), start + len(word)))
        at = start + len(word)
    values = np.zeros((len(words) + 2, 4), dtype=np.float32)
    for kind, by_word in logits.items():
        column = {"start": START, "end": END, "evidence": EVIDENCE, "answers": ANSWERS}[kind]
        for word, value in by_word.items():
            values[0 if word == "-" else 2 + words.index(word), column] = value
    offsets = np.array([(0, 3), (3, 6), *spans], dtype=np.int64)
    return Tokens(values, offsets, np.array([False, False] + [True] * len(words)))


TEXT = "It rained. The ferry costs 58 euros now. Nobody paid."


def test_the_likeliest_words_of_a_piece_answer_without_the_blanks_around_them() -> None:
    found = decoded(tokens(TEXT, start={"58": 3.0}, end={"euros": 2.0}), passage(TEXT))
    assert [said(one, TEXT) for one in found.pieces][1] == "58 euros"
    assert found.pieces[1].margin == pytest.approx(5.0)
    assert [one.span.of(TEXT) for one in found.pieces] == [
        *("It rained.", "The ferry costs 58 euros now.", "Nobody paid.")
    ]


def test_words_begin_before_they_end_and_do_not_leave_their_piece() -> None:
    found = decoded(tokens(TEXT, start={"euros": 3.0, "Nobody": 9.0}, end={"ferry": 8.0}), passage(TEXT))
    for one in found.pieces:
        assert one.span.start <= one.answer.start < one.answer.end <= one.span.end
    assert said(found.pieces[1], TEXT).split()[0] in {"The", "ferry", "euros"}


def test_words_that_are_too_many_are_no_answer() -> None:
    long = "Word " + " ".join(f"w{number}" for number in range(60)) + " end."
    found = decoded(tokens(long, start={"Word": 5.0}, end={"end.": 5.0}), passage(long))
    assert len(said(found.pieces[0], long).split()) <= 40


def test_the_likeliest_of_all_words_that_are_not_too_many_are_found() -> None:
    random = np.random.default_rng(5)
    for length in (1, 2, 39, 40, 41, 90):
        start, end = random.normal(size=(2, length)).astype(np.float32)
        start[0], end[-1] = 4, 4
        allowed = [(one, last) for one in range(length) for last in range(one, min(one + 40, length))]
        first, last = max(allowed, key=lambda pair: start[pair[0]] + end[pair[1]])
        assert likeliest(start, end) == (first, last, float(start[first] + end[last]))


def test_scores_are_measured_against_no_answer() -> None:
    none = {"start": {"-": 1.0}, "end": {"-": 0.5}, "evidence": {"-": 2.0}, "answers": {"-": -4.0}}
    found = decoded(tokens(TEXT, **none), passage(TEXT))
    assert found.answers == -4.0
    assert [one.margin for one in found.pieces] == pytest.approx([-1.5] * 3)
    assert [one.evidence for one in found.pieces] == pytest.approx([-2.0] * 3)


def test_a_piece_answers_as_far_as_all_its_words_do() -> None:
    found = decoded(tokens(TEXT, evidence={"58": 6.0, "euros": 6.0}), passage(TEXT))
    assert [one.evidence for one in found.pieces] == pytest.approx([0.0, 12 / 6, 0.0])


def test_a_piece_that_was_cut_off_is_left_out() -> None:
    whole = passage(TEXT)
    cut = tokens(TEXT[: TEXT.index(" Nobody")])
    assert [one.span for one in decoded(cut, whole).pieces] == list(whole.pieces[:2])


ASKED = [
    (FERRY, "How much will the night ferry between Oosterzijl and Saltmarsh cost?", "58 euros"),
    (FERRY, "Hoeveel gaat de nachtboot tussen Oosterzijl en Saltmarsh kosten?", "58 euros"),
    (BRIDGE, "How long is the new bridge over the Drost?", "412 metres"),
    (BRIDGE, "Who opened the new bridge over the Drost?", "mayor"),
    (BEES, "In how many hives did inspectors find foulbrood?", "47"),
]


@pytest.mark.parametrize(("text", "question", "words"), ASKED)
def test_the_bundled_reader_finds_the_words_that_answer_plain_questions(
    reader: Reader, text: str, question: str, words: str
) -> None:
    (reading,) = reader.read(question, [passage(text)])
    assert words in best(reading).span.of(text)
    assert words in said(best(reading), text)


def test_a_passage_that_answers_is_told_from_one_that_does_not(reader: Reader) -> None:
    texts = (FERRY, BRIDGE, BEES)
    for text, question, _ in ASKED:
        answers = [one.answers for one in reader.read(question, [passage(one) for one in texts])]
        assert texts[int(np.argmax(answers))] == text


def test_passages_are_read_in_their_order_each_as_if_alone() -> None:
    question, reader = ASKED[0][1], OnnxReader(FOLDER, threads=2)  # one that remembers nothing
    passages = [
        passage(one, heading) for one in (BRIDGE, BEES, FERRY) for heading in ("", "Ferry fares rise")
    ]
    assert reader.read(question, passages) == [reader.read(question, [one])[0] for one in passages]
    assert reader.read(question, []) == []


def test_a_passage_that_is_too_long_is_read_as_far_as_it_goes(reader: Reader) -> None:
    long = passage(f"{FERRY} " + "Nothing more was said of it that day. " * 200)
    (reading,) = reader.read(ASKED[0][1], [long])
    assert 0 < len(reading.pieces) < len(long.pieces)
    assert [one.span for one in reading.pieces] == list(long.pieces[: len(reading.pieces)])
    assert said(best(reading), long.text) == "58 euros"


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match="cannot be loaded"):
        OnnxReader(tmp_path, 1).load()


class Counting:
    """The bundled reader, with a note of what it was given."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.given: list[tuple[str, str]] = []

    def load(self) -> None:
        self._reader.load()

    def read(self, question: str, passages: Sequence[Passage]) -> list[Reading]:
        self.given += [(question, one.text) for one in passages]
        return self._reader.read(question, passages)


def test_what_was_read_is_not_read_again(reader: Reader) -> None:
    counting = Counting(reader)
    keeping = KeepingReader(counting)
    question, passages = ASKED[0][1], [passage(FERRY), passage(BEES)]
    first = keeping.read(question, passages)
    assert keeping.read(question, [passages[1], passages[0], passages[1]]) == [first[1], first[0], first[1]]
    assert counting.given == [(question, FERRY), (question, BEES)]
    keeping.read(question, [passage(BRIDGE), passages[0], passage(BRIDGE)])
    assert counting.given[2:] == [(question, BRIDGE)]


def test_another_question_heading_or_parting_is_read_anew(reader: Reader) -> None:
    counting = Counting(reader)
    keeping = KeepingReader(counting)
    text = passage(FERRY)
    for question, one in (
        (ASKED[0][1], text),
        (ASKED[1][1], text),
        (ASKED[0][1], passage(FERRY, "Ferry fares rise")),
        (ASKED[0][1], Passage("", FERRY, (Span(0, len(FERRY)),))),
    ):
        assert keeping.read(question, [one]) == reader.read(question, [one])
    assert len(counting.given) == 4


def test_what_was_not_asked_for_longest_is_forgotten_first(reader: Reader) -> None:
    counting = Counting(reader)
    keeping = KeepingReader(counting, most=2)
    question, (ferry, bridge, bees) = ASKED[0][1], (passage(one) for one in (FERRY, BRIDGE, BEES))
    for one in (ferry, bridge, ferry, bees, ferry):
        keeping.read(question, [one])
    assert [text for _, text in counting.given] == [FERRY, BRIDGE, BEES]
    assert len(keeping.read(question, [ferry, bridge, bees])) == 3


def test_several_threads_read_at_once(reader: Reader) -> None:
    keeping = KeepingReader(reader, most=2)
    passages = [passage(one) for one in (FERRY, BRIDGE, BEES)]
    expected = [reader.read(question, passages) for _, question, _ in ASKED]
    found: dict[int, list[Reading]] = {}

    def ask(place: int) -> None:
        found[place] = keeping.read(ASKED[place][1], passages)

    threads = [threading.Thread(target=ask, args=(place,)) for place in range(len(ASKED))]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert [found[place] for place in range(len(ASKED))] == expected
