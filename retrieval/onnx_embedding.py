"""Texts as vectors without torch: the one door to onnxruntime and tokenizers."""

from __future__ import annotations

import io
import shutil
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from corpus.vector_space import Matrix, Model
from retrieval.errors import ModelUnavailable
from retrieval.onnx_output import output_declared
from retrieval.read_text import ReadText, read_text

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

_LONGEST = 256  # tokens; longer texts are cut, as the teacher cuts them
_READ = "layers.5.narrow_norm.out"  # what the graph takes the mean of: a vector for each token


class OnnxEmbedder:
    """A folder with `model.onnx` and `tokenizer.json`, loaded when it is first needed.

    The graph takes `input_ids` and `attention_mask`, shape (texts, tokens), and gives unit vectors
    `embedding`, shape (texts, dimensions). What it gives of each token before that, shape (texts, tokens,
    dimensions), is no output of it as it is stored, and is made one when it is loaded.
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
            vectors[place] = self._given("embedding", encoded.ids)
        return vectors

    def read(self, texts: Sequence[str]) -> list[ReadText]:
        """Return `texts` with a vector for each of their words, or parts of words; long texts are cut.

        Raises:
            ModelUnavailable: the model cannot be loaded.
        """
        self.load()
        return [
            read_text(np.array(encoded.offsets, dtype=np.int64), self._given(_READ, encoded.ids))
            for encoded in self._tokenizer.encode_batch(list(texts))
        ]

    def _given(self, output: str, ids: Sequence[int]) -> Matrix:
        tokens = np.array([ids], dtype=np.int64)
        inputs = {"input_ids": tokens, "attention_mask": np.ones_like(tokens)}
        return np.asarray(self._session.run([output], inputs)[0][0], dtype=np.float32)

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
        # Processors without VNNI add products of 8 bits up in 16, which overflows: with this they do not.
        options.add_session_config_entry("session.x64quantprecision", "1")
        try:
            graph = self._graph()
            return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
        # onnxruntime raises a class of its own for every code, with no common parent but this.
        except Exception as error:
            raise self._damaged() from error

    def _graph(self) -> bytes:
        """Return the stored graph with its further output; joining two pieces of it would hold it twice."""
        graph = io.BytesIO()
        with (self._folder / "model.onnx").open("rb") as stored:
            shutil.copyfileobj(stored, graph)
        graph.write(output_declared(_READ))
        return graph.getvalue()

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
