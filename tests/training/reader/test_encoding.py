"""Examples become tokens of which those are marked that answer."""

from __future__ import annotations

from dataclasses import replace

import torch

from retrieval.lab.training.reader.labelled_tokens import LONGEST, NOT_READ, Encoded, batch, encode
from retrieval.lab.training.reader.reading_examples import Example
from tests.training.reader.small import example, tokenizer

TOKENIZER = tokenizer()
MILL = example("when?", "The mill burnt in 1998. The bridge opened (late).", "1998", "late")
HEADED = replace(MILL, heading="The Record, 2024-01-02")
SILENT = example("who?", "the bridge opened.")
LABELLED = replace(MILL, answers=())


def encoded(one: Example) -> Encoded:
    found = encode(one, TOKENIZER)
    assert found is not None
    return found


def decoded(one: Encoded, tokens: list[int]) -> str:
    pieces = [str(TOKENIZER.id_to_token(one.ids[token])) for token in tokens]
    return "".join(pieces).replace("▁", " ").strip()


def answers(one: Encoded) -> list[str]:
    spans = zip(one.starts, one.ends, strict=True)
    return [decoded(one, list(range(start, end + 1))) for start, end in spans]


def test_the_marked_tokens_are_the_answers() -> None:
    assert answers(encoded(MILL)) == ["1998", "late"]
    assert answers(encoded(HEADED)) == ["1998", "late"]


def test_each_sentence_owns_its_tokens_and_question_heading_and_marks_belong_to_none() -> None:
    for one in (encoded(MILL), encoded(HEADED)):
        owned = [decoded(one, [int(at) for at in (one.sentence == number).nonzero()[0]]) for number in (0, 1)]
        assert owned == ["The mill burnt in 1998.", "The bridge opened (late)."]
    rest = [int(at) for at in (encoded(HEADED).sentence == NOT_READ).nonzero()[0]]
    assert decoded(encoded(HEADED), rest) == "<s> when?</s></s> The Record, 2024-01-02 </s>"


def test_an_example_that_is_too_long_is_left_out() -> None:
    assert encode(example("who?", "the mill burnt. " * LONGEST), TOKENIZER) is None


def test_whether_the_words_are_known_is_noted() -> None:
    assert encoded(MILL).spans
    assert encoded(SILENT).spans
    assert not encoded(LABELLED).spans


def test_a_batch_marks_what_is_right_and_the_first_token_where_nothing_answers() -> None:
    all_three = [encoded(one) for one in (MILL, SILENT, LABELLED)]
    given = batch(all_three)
    assert given.starts[0].nonzero().flatten().tolist() == list(all_three[0].starts)
    assert given.ends[0].nonzero().flatten().tolist() == list(all_three[0].ends)
    assert given.starts[1].nonzero().flatten().tolist() == [0]
    assert given.answering[:, :2].tolist() == [[True, True], [False, False], [True, True]]
    assert given.answerable.tolist() == [True, False, True]
    assert given.spans.tolist() == [True, True, False]


def test_padding_is_neither_seen_nor_read() -> None:
    short, long = encoded(SILENT), encoded(MILL)
    given = batch([short, long])
    assert given.mask.sum(1).tolist() == [len(short.ids), len(long.ids)]
    assert not given.readable[0, len(short.ids) :].any()
    assert torch.equal(
        given.readable[0, : len(short.ids)].nonzero()[1:, 0],
        (torch.tensor(short.sentence) >= 0).nonzero()[:, 0],
    )
