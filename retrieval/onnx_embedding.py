"""Texts as vectors without torch: the one door to onnxruntime and tokenizers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from corpus.vector_space import Matrix, Model
from retrieval.errors import ModelUnavailable

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

_LONGEST = 256  # tokens; longer texts are cut, as the teacher cuts them


class OnnxEmbedder:
    """A folder with `model.onnx` and `tokenizer.json`, loaded when it is first needed.

    The graph takes `input_ids` and `attention_mask`, shape (texts, tokens), and gives unit vectors
    `embedding`, shape (texts, dimensions).
    """

    def __init__(self, identity: Model, folder: Path, threads: int) -> None:
        """Take the model's identity, its folder, and how many threads compute one batch."""
        self.identity = identity
        self._folder = folder
        self._threads = threads

    def load(self) -> None:
        """Load the model now, so that later calls take only their own time.

        Raises:
            ModelUnavailable: it cannot be loaded.
        """
        # In this order the tokenizer fits into the memory that reading the model has freed.
        _ = self._session, self._tokenizer

    def embed(self, texts: Sequence[str]) -> Matrix:
        """Return unit vectors of `texts`, shape (len(texts), dimensions); long texts are cut.

        Each text goes through the model alone: the scale of int8 activations is that of a whole batch,
        so that in one a text's vector would depend on its neighbours, and on two cores a batch is no quicker.

        Raises:
            ModelUnavailable: the model cannot be loaded.
        """
        self.load()
        vectors = np.zeros((len(texts), self.identity.dimensions), dtype=np.float32)
        for place, encoded in enumerate(self._tokenizer.encode_batch(list(texts))):
            vectors[place] = self._embedded(encoded.ids)
        return vectors

    def _embedded(self, ids: Sequence[int]) -> Matrix:
        tokens = np.array([ids], dtype=np.int64)
        inputs = {"input_ids": tokens, "attention_mask": np.ones_like(tokens)}
        return np.asarray(self._session.run(["embedding"], inputs)[0][0], dtype=np.float32)

    @cached_property
    def _session(self) -> InferenceSession:
        # Importing it takes tenths of a second, which `list` and `--help` must not pay.
        import onnxruntime  # noqa: PLC0415

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self._threads
        options.inter_op_num_threads = 1
        # Texts go through one by one and differ in length: memory kept for the next is mostly not used.
        options.enable_cpu_mem_arena = False
        # A thread that spins while it waits takes a core from the bot's other questions.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        try:
            return onnxruntime.InferenceSession(
                self._folder / "model.onnx", options, providers=["CPUExecutionProvider"]
            )
        # onnxruntime raises a class of its own for every code, with no common parent but this.
        except Exception as error:
            raise self._damaged() from error

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        from tokenizers import Tokenizer  # noqa: PLC0415 - as above

        try:
            tokenizer = Tokenizer.from_file(str(self._folder / "tokenizer.json"))
        # tokenizers raises plain Exception.
        except Exception as error:
            raise self._damaged() from error
        tokenizer.no_padding()
        tokenizer.enable_truncation(_LONGEST)
        return tokenizer

    def _damaged(self) -> ModelUnavailable:
        return ModelUnavailable(
            f"The model in {self._folder} cannot be loaded: install newsdesk again, or set EMBEDDING_MODEL."
        )
