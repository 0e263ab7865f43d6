"""Models that run without torch: the one door to onnxruntime and tokenizers."""

from __future__ import annotations

from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from corpus.vector_space import Matrix
from retrieval.errors import ModelUnavailable

# Written by `retrieval/lab/training/quantise.py`: states of 8 bits times weights that are all 127.
SUMS = Path(__file__).parent / "weights" / "embedder" / "sums.onnx"
_ROWS = 8  # fewer are multiplied in another way

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer


@cache
def overflows() -> bool:
    """Tell by a sum whether this processor adds products of 8 bits up in 16, as those without VNNI do."""
    import onnxruntime  # noqa: PLC0415 - as below

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(SUMS.read_bytes(), options, providers=["CPUExecutionProvider"])
    largest = np.full((_ROWS, session.get_inputs()[0].shape[1]), 255, np.uint8)
    return bool((session.run(None, {"states": largest})[0] != largest.shape[1] * 255 * 127).any())


class OnnxModel:
    """A folder with `model.onnx` and `tokenizer.json`, loaded when it is first needed.

    The graph takes `input_ids` and `attention_mask`, shape (texts, tokens).
    """

    def __init__(self, folder: Path, threads: int, longest: int) -> None:
        """Take the folder, how many threads compute, and after how many tokens a text is cut."""
        self._folder = folder
        self._threads = threads
        self._longest = longest

    def load(self) -> None:
        """Load the model now, so that later calls take only their own time.

        Raises:
            ModelUnavailable: it cannot be loaded.
        """
        # In this order the tokenizer fits into the memory that reading the model has freed.
        _ = self._session, self.tokenizer

    def given(self, output: str, ids: Sequence[int]) -> Matrix:
        """Return what the graph gives for one text, without the axis of texts.

        A text goes through alone: the scale of int8 activations is that of a whole batch, so that in one its
        result would depend on its neighbours, and on two cores a batch is no quicker.

        Raises:
            ModelUnavailable: the model cannot be loaded.
        """
        tokens = np.array([ids], dtype=np.int64)
        inputs = {"input_ids": tokens, "attention_mask": np.ones_like(tokens)}
        return np.asarray(self._session.run([output], inputs)[0][0], dtype=np.float32)

    @cached_property
    def tokenizer(self) -> Tokenizer:
        """The model's tokenizer, which cuts texts that are too long.

        Raises:
            ModelUnavailable: it cannot be loaded.
        """
        # Importing it takes tenths of a second, which `list` and `--help` must not pay.
        from tokenizers import Tokenizer  # noqa: PLC0415

        try:
            tokenizer = Tokenizer.from_file(str(self._folder / "tokenizer.json"))
        # tokenizers raises plain Exception.
        except Exception as error:
            raise self._damaged() from error
        tokenizer.no_padding()
        tokenizer.enable_truncation(self._longest, strategy="longest_first")
        return tokenizer

    @cached_property
    def _session(self) -> InferenceSession:
        import onnxruntime  # noqa: PLC0415 - as above

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self._threads
        options.inter_op_num_threads = 1
        # What one text has used is kept for the next: given back to the system it comes as empty pages, which
        # took a third of the time.
        options.enable_cpu_mem_arena = True
        # A thread that spins while it waits takes a core from the bot's other questions.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        # Exact sums where the quick ones overflow; they take 1.6 times as long.
        exact = "1" if overflows() else "0"
        options.add_session_config_entry("session.x64quantprecision", exact)
        try:
            graph = str(self._folder / "model.onnx")
            return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
        # onnxruntime raises a class of its own for every code, with no common parent but this.
        except Exception as error:
            raise self._damaged() from error

    def _damaged(self) -> ModelUnavailable:
        return ModelUnavailable(
            f"The model in {self._folder} cannot be loaded: install newsdesk again, or set EMBEDDING_MODEL."
        )
