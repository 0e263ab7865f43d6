"""The loss tells right from wrong, and a reader is measured by what it says of examples it has not seen."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import Tensor

from retrieval.lab.training.reader.held_out import best_span, measure
from retrieval.lab.training.reader.labelled_tokens import Batch, Encoded, batch, encode
from retrieval.lab.training.reader.network import ANSWERS, END, EVIDENCE, START, Reader, by_sentence, loss
from tests.training.reader.small import PIECES, example, network, shape, tokenizer

EXAMPLES = [
    example("when?", "The mill burnt in 1998. The bridge opened later.", "1998"),
    example("when?", "The bridge opened later. The mill burnt in 1998.", "later", "1998"),
    example("who?", "The bridge opened. The mill burnt."),
]
ENCODED = [found for one in EXAMPLES if (found := encode(one, tokenizer())) is not None]
PARTS = {"start": START, "end": END, "sentence": EVIDENCE, "answers": ANSWERS}


def right(given: Batch) -> Tensor:
    """Return logits that are all but sure of what is right."""
    logits = torch.full((*given.ids.shape, 4), -15.0)
    logits[..., START][given.starts] = 15.0
    logits[..., END][given.ends] = 15.0
    logits[:, 0, ANSWERS] = torch.where(given.answerable, 15.0, -15.0)
    logits[:, 0, EVIDENCE] = torch.where(given.answerable, -15.0, 15.0)
    for row in range(len(given.ids)):
        for number in given.answering[row].nonzero().flatten().tolist():
            logits[row, given.sentence[row] == number, EVIDENCE] = 15.0
    return logits


class Knowing(Reader):
    """A reader that says what is right, or the contrary."""

    def __init__(self, sign: float) -> None:
        super().__init__(shape(len(PIECES)))
        self.sign = sign

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        del mask
        by_ids = {tuple(one.ids): one for one in ENCODED}
        members = [by_ids[tuple(row[: _length(row)].tolist())] for row in ids]
        return right(batch(members)) * self.sign


def _length(row: Tensor) -> int:
    return max(len(one.ids) for one in ENCODED if row[: len(one.ids)].tolist() == one.ids)


def test_a_sentence_is_as_likely_as_its_tokens_are_on_average() -> None:
    evidence = torch.tensor([[9.0, 9.0, 1.0, 3.0, 4.0], [9.0, 2.0, 9.0, 9.0, 9.0]])
    sentence = torch.tensor([[-1, -1, 0, 0, 1], [-1, 0, -1, -1, -1]])
    found = by_sentence(evidence, sentence)
    assert found[:, 0].tolist() == [2.0, 2.0]
    assert found[0, 1] == 4.0
    assert found[1, 1] < -1000


def test_what_a_text_is_padded_with_changes_nothing() -> None:
    reader, (alone, other) = network(), ENCODED[1:]
    assert len(alone.ids) != len(other.ids)
    short = min(alone, other, key=lambda one: len(one.ids))
    single, both = batch([short]), batch([alone, other])
    row = [alone, other].index(short)
    with torch.inference_mode():
        found = reader(both.ids, both.mask)[row, : len(short.ids)]
        wanted = reader(single.ids, single.mask)[0]
    assert torch.allclose(found, wanted, atol=1e-5)


def test_who_is_right_loses_nothing() -> None:
    given = batch(ENCODED)
    assert float(loss(right(given), given)) < 1e-3


@pytest.mark.parametrize("part", PARTS)
def test_who_errs_in_any_part_loses(part: str) -> None:
    given = batch(ENCODED)
    logits = right(given)
    logits[..., PARTS[part]] *= -1
    assert float(loss(logits, given)) > 1


def test_any_of_several_right_answers_will_do() -> None:
    one: Encoded = ENCODED[1]
    given = batch([one])
    logits = right(given)
    logits[0, one.starts[0], START] = logits[0, one.ends[0], END] = -15.0
    assert float(loss(logits, given)) < 1e-3


def test_where_the_words_are_not_known_only_the_sentence_is_asked_for() -> None:
    one = ENCODED[0]
    given = batch([Encoded(one.ids, one.sentence, (), (), one.answering)])
    logits = right(given)
    logits[..., START] = logits[..., END] = 0.0
    assert float(loss(logits, given)) < 1e-3


def test_a_reader_that_knows_reaches_everything_and_one_that_errs_nothing() -> None:
    assert measure(Knowing(1.0), ENCODED) == {"span": 1.0, "sentence": 1.0, "auroc": 1.0}
    assert measure(Knowing(-1.0), ENCODED)["auroc"] == 0.0


def test_the_likeliest_words_begin_before_they_end_and_stand_in_the_passage() -> None:
    one = ENCODED[0]
    logits = np.zeros((len(one.ids), 4), np.float32)
    logits[1, [START, END]] = 9.0  # of the question
    logits[12, START], logits[10, END], logits[14, END] = 5.0, 5.0, 4.0
    logits[0, [START, END]] = 1.0
    assert best_span(logits, one) == (12, 14, 7.0)
