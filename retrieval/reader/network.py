"""The reader's network: a question and a passage in, four logits for every token of the passage out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np

from corpus.article import Span
from retrieval.onnx_model import OnnxModel
from retrieval.reader.reading import Reading, Tokens, decoded

_LONGEST = 384  # tokens of a question with its passage; the network was trained on up to 320
_PASSAGE = 1  # which of the two texts a token is of
_OUTPUT = "read"


class Reader(Protocol):
    """Reads passages for a question."""

    def load(self) -> None:
        """Load the model now, so that later calls take only their own time.

        Raises:
            ModelUnavailable: it cannot be loaded.
        """
        ...

    def read(self, question: str, heading: str, passage: str, pieces: Sequence[Span]) -> Reading:
        """Return what each of the `pieces`, spans of `passage`, says to the question.

        Raises:
            ModelUnavailable: the model cannot be loaded.
        """
        ...


class OnnxReader:
    """The reader in a folder with `model.onnx` and `tokenizer.json`, loaded when it is first needed."""

    def __init__(self, folder: Path, threads: int) -> None:
        """Take the folder, and how many threads compute."""
        self._model = OnnxModel(folder, threads, _LONGEST)

    def load(self) -> None:
        """Load the model now, so that later calls take only their own time.

        Raises:
            ModelUnavailable: it cannot be loaded.
        """
        self._model.load()

    def read(self, question: str, heading: str, passage: str, pieces: Sequence[Span]) -> Reading:
        """Return what each of the `pieces`, spans of `passage`, says to the question.

        Raises:
            ModelUnavailable: the model cannot be loaded.
        """
        above = f"{heading}\n" if heading else ""
        encoded = self._model.tokenizer.encode(question, above + passage)
        offsets = np.array(encoded.offsets, dtype=np.int64) - len(above)
        of_passage = np.array([side == _PASSAGE for side in encoded.sequence_ids])
        tokens = Tokens(self._model.given(_OUTPUT, encoded.ids), offsets, of_passage)
        return decoded(tokens, passage, pieces)
