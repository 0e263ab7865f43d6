"""How well each word of a question is met in a stretch of text: by its likest word there, in any language.

Late interaction: Khattab and Zaharia 2020, "ColBERT: Efficient and Effective Passage Search via
Contextualized Late Interaction over BERT", with a model that was not trained for it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from corpus.vector_space import Matrix
from retrieval.read_text import Mask, ReadText
from retrieval.weighing.question import ReadQuestion

_FEWEST = 2  # words of the matter: the weakest of them tell what a text leaves out
_FEW = 20_000  # products of pieces
# For questions without words of that kind: about the mean over XQuAD-dev.
_ORDINARY = 0.5


@dataclass(frozen=True, slots=True)
class Met:
    """How well a question's words are met, each by its greatest cosine with a word there; in [-1, 1].

    `words`: all of them on average, rare ones counting more. `weakest`: the two of its matter that are met
    worst. `asking`: its word of asking (`who` meets a person, `how much` an amount). `beside`: the word
    after that.
    """

    words: float
    weakest: float
    asking: float
    beside: float


_NOTHING = Met(0.0, 0.0, 0.0, 0.0)


class Matching:
    """A question beside a passage: what is met where."""

    def __init__(self, question: ReadQuestion, passage: ReadText, vector: npt.NDArray[np.float32]) -> None:
        """Compare the words of both; `vector` is that of the question as a whole, of length one."""
        self._question = question
        self._passage = passage
        self._vector = vector
        self._cosines: Matrix = _products(question.units, passage.units)

    def met(self, within: Mask) -> Met:
        """Return how well the question is met by some of the passage's pieces, shape (pieces,)."""
        if not within.any() or not len(self._cosines):
            return _NOTHING
        best = self._cosines[:, within].max(axis=1)
        asked = self._question
        return Met(
            words=float(best @ asked.counts),
            weakest=_mean(np.sort(best[asked.matter])[:_FEWEST]),
            asking=float(best[asked.asking].max()) if asked.asking.any() else _ORDINARY,
            beside=_mean(best[asked.beside]),
        )

    def cosine(self, within: Mask) -> float:
        """Return how near some of the passage's pieces are to the question, read in their passage."""
        if not within.any():
            return 0.0
        mean = self._passage.vectors[within].mean(axis=0)
        return float(mean @ self._vector / max(float(np.linalg.norm(mean)), np.finfo(np.float32).tiny))


def _products(left: Matrix, right: Matrix) -> Matrix:
    # By einsum, which starts no threads: for few numbers waiting for those takes longer than the sum.
    if len(left) * len(right) <= _FEW:
        return np.asarray(np.einsum("qd,pd->qp", left, right), dtype=np.float32)
    return left @ right.T


def _mean(cosines: npt.NDArray[np.float32]) -> float:
    return float(cosines.mean()) if len(cosines) else _ORDINARY
