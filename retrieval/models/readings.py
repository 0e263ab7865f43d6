"""What the reader's logits mean: for each piece of a passage, whether it answers and with which words."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from corpus.article import Span

Logits = npt.NDArray[np.float32]
# What the network gives for each token; `retrieval/lab/training/reader/network.py` says what each was taught.
_START, _END, _EVIDENCE, _ANSWERS = range(4)
_NONE = 0  # the first token stands for "no answer"
_LONGEST_ANSWER = 40  # tokens
_ENDS = " \t\n.,;:!?"


@dataclass(frozen=True, slots=True)
class Passage:
    """A text under its heading; `pieces` are the spans of the text that can be quoted."""

    heading: str
    text: str
    pieces: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Tokens:
    """A question with a passage in tokens.

    `logits`: (tokens, 4). `offsets`: (tokens, 2), the characters of the passage that a token stands for;
    meaningless where `of_passage`, (tokens,), is False.
    """

    logits: Logits
    offsets: npt.NDArray[np.int64]
    of_passage: npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class ReadPiece:
    """A piece of a passage as it was read, all in log odds against "no answer".

    `evidence`: that the piece answers. `margin`: that its likeliest words, `answer`, do.
    """

    span: Span
    evidence: float
    answer: Span
    margin: float


@dataclass(frozen=True, slots=True)
class Reading:
    """A passage as it was read: `answers`, the log odds that it answers at all, and its pieces in order."""

    answers: float
    pieces: tuple[ReadPiece, ...]


def decoded(tokens: Tokens, passage: Passage) -> Reading:
    """Return what the logits say of the pieces of a passage; one that was cut off is left out."""
    middle = tokens.offsets.mean(axis=1)
    read = (_piece(tokens, middle, passage.text, one) for one in passage.pieces)
    return Reading(float(tokens.logits[_NONE, _ANSWERS]), tuple(one for one in read if one is not None))


def _piece(tokens: Tokens, middle: npt.NDArray[np.float64], passage: str, piece: Span) -> ReadPiece | None:
    within = np.flatnonzero(tokens.of_passage & (middle >= piece.start) & (middle <= piece.end))
    if not len(within):
        return None
    logits, none = tokens.logits[within], tokens.logits[_NONE]
    first, last, score = likeliest(logits[:, _START], logits[:, _END])
    start, end = int(tokens.offsets[within[first], 0]), int(tokens.offsets[within[last], 1])
    return ReadPiece(
        piece,
        float(logits[:, _EVIDENCE].mean() - none[_EVIDENCE]),
        _trimmed(passage, max(start, piece.start), min(end, piece.end)),
        float(score - none[_START] - none[_END]),
    )


def likeliest(start: Logits, end: Logits) -> tuple[int, int, float]:
    """Return where the likeliest words begin and end, by logits of (tokens,), and the sum of the two."""
    pairs = start[:, None] + end[None, :]
    places = np.arange(len(start))
    longer_by = places[None, :] - places[:, None]
    pairs[(longer_by < 0) | (longer_by >= _LONGEST_ANSWER)] = -np.inf
    first, last = divmod(int(pairs.argmax()), len(end))
    return first, last, float(pairs[first, last])


def _trimmed(passage: str, start: int, end: int) -> Span:
    """Leave out what ends a sentence, and blanks: a token includes the one before its word."""
    written = passage[start:end]
    left = len(written) - len(written.lstrip())
    return Span(start + left, start + max(len(written.rstrip(_ENDS)), left))
