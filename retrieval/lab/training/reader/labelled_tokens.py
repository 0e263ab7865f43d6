"""Examples as the network takes them: token ids, and which of them answer."""

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer
from torch import Tensor

from retrieval.lab.training.batches import padded
from retrieval.lab.training.reader.reading_examples import Example

LONGEST = 320  # tokens of a question with its passage; what is longer is left out of training
NOT_READ = -1  # the sentence of a token that belongs to none: the question, the heading, the marks


@dataclass(frozen=True, slots=True)
class Encoded:
    """An example in tokens.

    `ids` and `sentence` are (tokens,): the ids, and the number of the sentence that a token belongs to.
    `starts` and `ends` are the tokens that answers begin and end with; `answering` the sentences that
    answer. With `spans` False the example says which sentences answer and not which words.
    """

    ids: list[int]
    sentence: NDArray[np.int64]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    answering: tuple[int, ...]

    @property
    def spans(self) -> bool:
        """Whether the words that answer are known, or that none do."""
        return bool(self.starts) or not self.answering


@dataclass(frozen=True, slots=True)
class Batch:
    """Examples padded to one length: all (texts, tokens) but `answerable`, `spans`: (texts,).

    `starts`, `ends` and `evidence` mark what is right with True; where nothing answers that is the first
    token. `readable` marks the tokens of the passage and the first.
    """

    ids: Tensor
    mask: Tensor
    sentence: Tensor
    readable: Tensor
    starts: Tensor
    ends: Tensor
    answering: Tensor
    answerable: Tensor
    spans: Tensor


def encode(example: Example, tokenizer: Tokenizer) -> Encoded | None:
    """Encode an example; None where it is too long, or where an answer cannot be found among its tokens."""
    head = f"{example.heading}\n" if example.heading else ""
    encoded = tokenizer.encode(example.question, head + example.passage)
    if len(encoded.ids) > LONGEST:
        return None
    sentence = _sentences(encoded, example, len(head))
    edges = [_edges(encoded, span.start + len(head), span.end + len(head)) for span in example.answers]
    if any(edge is None for edge in edges):
        return None
    found = [edge for edge in edges if edge is not None]
    starts, ends = tuple(start for start, _ in found), tuple(end for _, end in found)
    return Encoded(encoded.ids, sentence, starts, ends, example.answering)


def batch(examples: list[Encoded]) -> Batch:
    """Pad examples to the longest of them."""
    ids, mask = padded([one.ids for one in examples])
    size = (len(examples), ids.shape[1])
    sentence = torch.full(size, NOT_READ)
    starts, ends = torch.zeros(size, dtype=torch.bool), torch.zeros(size, dtype=torch.bool)
    answering = torch.zeros(size, dtype=torch.bool)
    for row, one in enumerate(examples):
        sentence[row, : len(one.sentence)] = torch.from_numpy(one.sentence)
        starts[row, list(one.starts) or [0]] = True
        ends[row, list(one.ends) or [0]] = True
        answering[row, list(one.answering)] = True
    readable = sentence != NOT_READ
    readable[:, 0] = True
    return Batch(
        ids,
        mask,
        sentence,
        readable,
        starts,
        ends,
        answering,
        torch.tensor([bool(one.answering) for one in examples]),
        torch.tensor([one.spans for one in examples]),
    )


def _sentences(encoded: Encoding, example: Example, shift: int) -> NDArray[np.int64]:
    owner = np.full(len(encoded.ids), NOT_READ, np.int64)
    middle = [(start + end) / 2 - shift for start, end in encoded.offsets]
    for token, (side, place) in enumerate(zip(encoded.sequence_ids, middle, strict=True)):
        if side == 1 and place >= 0:
            owner[token] = next(
                (number for number, one in enumerate(example.sentences) if place <= one.end), NOT_READ
            )
    return owner


def _edges(encoded: Encoding, start: int, end: int) -> tuple[int, int] | None:
    """Return the first and the last token of the characters from `start` to `end`."""
    first, last = encoded.char_to_token(start, 1), encoded.char_to_token(end - 1, 1)
    return None if first is None or last is None or last < first else (first, last)
