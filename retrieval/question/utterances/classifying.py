"""Which kind of message somebody wrote."""

import re
from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from corpus.vector_space import Matrix
from retrieval.question.utterances.kinds import Kind, Utterance
from retrieval.question.utterances.traits import traits
from retrieval.question.utterances.weights import KINDS, Weights, read

Embed = Callable[[Sequence[str]], Matrix]
Scores = npt.NDArray[np.float64]

_SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+|\n+")
_LONG = 24  # words; in more than that a question may be one sentence of several
_QUESTION = KINDS.index(Kind.QUESTION)


def utterance(message: str, embed: Embed) -> Utterance:
    """Return what a message is meant as; of a long one, whether any sentence of it asks.

    `embed` is that of the bundled model: it gives unit vectors, shape (texts, dimensions).

    Raises:
        ModelUnavailable: a model is missing or damaged.
    """
    if not message.strip():
        return Utterance(Kind.REMARK, Kind.REMARK, 1.0)
    weights = read()
    parts = texts(message)
    found = [scores(text, vector, weights) for text, vector in zip(parts, embed(parts), strict=True)]
    return decided(telling(found, weights.doubt), weights)


def texts(message: str) -> list[str]:
    """Return what is looked at: the message, and after it the sentences of a long one."""
    if len(message.split()) <= _LONG:
        return [message]
    sentences = (sentence.strip() for sentence in _SENTENCE_ENDS.split(message))
    return [message, *(sentence for sentence in sentences if sentence)]


def telling(found: Sequence[Scores], doubt: float) -> Scores:
    """Return the scores that count, of those of `texts`: the message's, or its surest question's."""
    surest = max(found, key=lead)
    return surest if lead(surest) >= doubt else found[0]


def scores(text: str, vector: npt.NDArray[np.float32], weights: Weights) -> Scores:
    """Return how much speaks for each of `KINDS`, given the text's unit vector; the highest is likeliest."""
    seen = traits(text, weights.known)
    summed = weights.traits[seen].sum(axis=0, dtype=np.int64)
    by_traits = summed * (weights.step / np.sqrt(max(1, len(seen))))
    return np.asarray(by_traits + vector @ weights.meaning + weights.start, dtype=np.float64)


def lead(found: Scores) -> float:
    """Return by how much a question is ahead of every other kind; negative where it is not."""
    return float(found[_QUESTION] - np.delete(found, _QUESTION).max())


def decided(found: Scores, weights: Weights) -> Utterance:
    """Return what scores of `KINDS` mean."""
    likeliest = int(found.argmax())
    odds = np.exp(weights.sharpness * (found - found[likeliest]))
    surest = likeliest
    if likeliest == _QUESTION and lead(found) < weights.doubt:
        surest = max((place for place in range(len(KINDS)) if place != _QUESTION), key=found.__getitem__)
    return Utterance(KINDS[surest], KINDS[likeliest], float(odds[likeliest] / odds.sum()))
