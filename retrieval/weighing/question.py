"""A question as it is compared with passages: its words as the model reads them, and what each counts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from corpus.tokens import words
from corpus.vector_space import Matrix
from retrieval.function_words import FUNCTION_WORDS
from retrieval.lexical import Asked, word_counts
from retrieval.read_text import Mask, ReadText
from retrieval.weighing.asking import asking_words

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class ReadQuestion:
    """The pieces of a question.

    Attributes:
        units: their vectors of length one, shape (pieces, dimensions).
        counts: what each counts among them, rare words more; they add up to 1, shape (pieces,).
        matter: which stand for words that carry the matter of the question, shape (pieces,).
        asking: which stand for the word of asking (`which`), shape (pieces,).
        beside: which stand for the word after it (`city`), shape (pieces,).
    """

    units: Matrix
    counts: npt.NDArray[np.float64]
    matter: Mask
    asking: Mask
    beside: Mask


def read_question(question: str, read: ReadText, asked: Asked) -> ReadQuestion:
    """Return a question with what its words count in the corpus that `asked` looked them up in."""
    held = dict(zip(dict.fromkeys(words(question)), word_counts(asked), strict=True))
    counts, matter = np.zeros(len(read.starts)), np.zeros(len(read.starts), dtype=np.bool_)
    for match in _WORD.finditer(question):
        here = (read.starts >= match.start()) & (read.starts < match.end())
        counts[here] = _counted(match[0], held)
        matter[here] = any(word not in FUNCTION_WORDS for word in words(match[0]))
    asking, beside = _asking(question, read)
    return ReadQuestion(read.units, _shares(counts), matter, asking, beside)


def _counted(written: str, held: Mapping[str, float]) -> float:
    return max((held.get(word, 0.0) for word in words(written)), default=0.0)


def _shares(counts: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the counts as shares; where no word counts, all count alike."""
    total = counts.sum()
    return counts / total if total else np.full(len(counts), 1 / max(len(counts), 1))


def _asking(question: str, read: ReadText) -> tuple[Mask, Mask]:
    """Return the pieces of the word of asking and of the next; without one, those of the first word."""
    found = asking_words(question)
    if found is None:
        first = np.arange(len(read.starts)) == 0
        return first, np.zeros_like(first)
    return read.within(found.start, found.end), read.within(found.end, found.end_of_next)
