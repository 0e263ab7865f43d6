"""The file that tells the kinds of messages apart: its one door, in and out.

`python -m retrieval.lab.training.utterances` makes it from `data/`.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from retrieval.errors import ModelUnavailable
from retrieval.question.utterances.kinds import Kind
from retrieval.question.utterances.traits import BUCKETS

FILE = Path(__file__).parent / "weights.npz"
KINDS = tuple(Kind)


@dataclass(frozen=True, slots=True)
class Weights:
    """What each trait of a message speaks for.

    `traits`: int8 of (BUCKETS, kinds), in steps of `step`. `meaning`: float32 of (dimensions, kinds), for the
    unit vector of the message. `start`: (kinds,). `known`: the words that patterns keep. `doubt`: by how much
    a question must be ahead of every other kind. `sharpness`: what a lead of one is in log odds.
    """

    traits: npt.NDArray[np.int8]
    step: float
    meaning: npt.NDArray[np.float32]
    start: npt.NDArray[np.float32]
    known: frozenset[str]
    doubt: float
    sharpness: float


def write(path: Path, weights: Weights) -> None:
    """Write the file; the same weights give the same bytes."""
    np.savez(
        path,
        traits=weights.traits,
        meaning=weights.meaning,
        start=weights.start,
        numbers=np.array([weights.step, weights.doubt, weights.sharpness]),
        known=np.frombuffer("\n".join(sorted(weights.known)).encode(), dtype=np.uint8),
    )


@cache
def read(path: Path = FILE) -> Weights:
    """Read the file, once.

    Raises:
        ModelUnavailable: it is missing or damaged.
    """
    try:
        with path.open("rb") as file, np.load(file) as arrays:
            step, doubt, sharpness = map(float, arrays["numbers"])
            known = frozenset(arrays["known"].tobytes().decode().split("\n"))
            weights = Weights(
                arrays["traits"], step, arrays["meaning"], arrays["start"], known, doubt, sharpness
            )
    # numpy raises what its parts raise: zipfile's, its own and Python's, with no common parent.
    except Exception as error:
        raise ModelUnavailable(_CURE.format(path)) from error
    if weights.traits.shape != (BUCKETS, len(KINDS)):
        raise ModelUnavailable(_CURE.format(path))
    return weights


_CURE = "What tells questions from remarks, {}, is missing or damaged: install newsdesk again."
