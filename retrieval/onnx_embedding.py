"""Texts as vectors without torch: the one door to onnxruntime and tokenizers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from corpus.catalogue.models import Model
from corpus.catalogue.vectors import Matrix
from retrieval.errors import ModelUnavailable

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

_LONGEST = 256  # tokens; longer texts are cut, as the teacher cuts them
_BATCH_TOKENS = 2048  # of a batch, padding included: more gains nothing on two cores


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
        _ = self._session, self._tokenizer

    def embed(self, texts: Sequence[str]) -> Matrix:
        """Return unit vectors of `texts`, shape (len(texts), dimensions); longer ones are cut.

        Raises:
            ModelUnavailable: the model cannot be loaded.
        """
        ids = [encoded.ids for encoded in self._tokenizer.encode_batch(list(texts))]
        vectors = np.zeros((len(ids), self.identity.dimensions), dtype=np.float32)
        for batch in _batches([len(one) for one in ids]):
            vectors[batch] = self._embedded([ids[place] for place in batch])
        return vectors

    def _embedded(self, ids: Sequence[Sequence[int]]) -> Matrix:
        padded = np.zeros((len(ids), max(map(len, ids))), dtype=np.int64)
        mask = np.zeros_like(padded)
        for row, one in enumerate(ids):
            padded[row, : len(one)] = one
            mask[row, : len(one)] = 1
        (vectors,) = self._session.run(["embedding"], {"input_ids": padded, "attention_mask": mask})
        return np.asarray(vectors, dtype=np.float32)

    @cached_property
    def _session(self) -> InferenceSession:
        # Importing it takes tenths of a second, which `list` and `--help` must not pay.
        import onnxruntime  # noqa: PLC0415

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self._threads
        options.inter_op_num_threads = 1
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


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Yield the places of texts of about one length, so that little is padded."""
    batch: list[int] = []
    for place in sorted(range(len(lengths)), key=lambda place: lengths[place]):
        if batch and (len(batch) + 1) * lengths[place] > _BATCH_TOKENS:
            yield batch
            batch = []
        batch.append(place)
    if batch:
        yield batch
