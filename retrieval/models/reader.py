"""The reader: a question and a passage in, four logits for every token of the passage out."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

import numpy as np

from retrieval.models.beside import Beside
from retrieval.models.checksums import check_once
from retrieval.models.onnx_model import OnnxModel
from retrieval.models.readings import Passage, Reading, Tokens, decoded

_LONGEST = 384  # tokens of a question with its passage; the network was trained on up to 320
_PASSAGE = 1  # which of the two texts a token is of
_OUTPUT = "read"
FOLDER = Path(__file__).parent / "weights" / "reader"
SHA256 = "6122e167f3156383e3aeb0a22aabb84cddd51808bf03979957cd24bdf2952513"


class Reader(Protocol):
    """Reads passages for a question."""

    def load(self) -> None:
        """Load the model now, so that later calls take only their own time.

        Raises:
            ModelUnavailable: it cannot be loaded.
        """
        ...

    def read(self, question: str, passages: Sequence[Passage]) -> list[Reading]:
        """Return what each of the passages says to the question.

        Raises:
            ModelUnavailable: the model cannot be loaded.
        """
        ...


class OnnxReader:
    """The reader in a folder with `model.onnx` and `tokenizer.json`, loaded when it is first needed."""

    def __init__(self, folder: Path, threads: int) -> None:
        """Take the folder, and how many passages are read at once."""
        self._model = OnnxModel(folder, 1, _LONGEST)
        self._beside = Beside(threads)

    def load(self) -> None:
        """Load the model now, so that later calls take only their own time.

        Raises:
            ModelUnavailable: it cannot be loaded.
        """
        self._model.load()

    def read(self, question: str, passages: Sequence[Passage]) -> list[Reading]:
        """Return what each of the passages says to the question.

        Raises:
            ModelUnavailable: the model cannot be loaded.
        """
        self.load()
        # Passages beside each other, each on one core, are quicker than one after the other on all of them;
        # begun with the longest, they leave no core to wait long for the last.
        longest_first = sorted(range(len(passages)), key=lambda place: -len(passages[place].text))
        read = self._beside.map(partial(self._reading, question), [passages[one] for one in longest_first])
        by_place = dict(zip(longest_first, read, strict=True))
        return [by_place[place] for place in range(len(passages))]

    def _reading(self, question: str, passage: Passage) -> Reading:
        above = f"{passage.heading}\n" if passage.heading else ""
        encoded = self._model.tokenizer.encode(question, above + passage.text)
        offsets = np.array(encoded.offsets, dtype=np.int64) - len(above)
        of_passage = np.array([side == _PASSAGE for side in encoded.sequence_ids])
        return decoded(Tokens(self._model.given(_OUTPUT, encoded.ids), offsets, of_passage), passage)


def bundled_reader(home: Path, threads: int) -> OnnxReader:
    """Return the bundled reader; its weights are checked once and a note of that is kept in `home`.

    Raises:
        ModelUnavailable: the weights are not those that were published.
    """
    check_once(FOLDER / "model.onnx", SHA256, home / "checked-reader")
    return OnnxReader(FOLDER, threads)
