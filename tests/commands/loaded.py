"""The models, loaded before a fork: whoever opens their files there is given what was loaded."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import onnxruntime
import tokenizers

from corpus.language import detect
from retrieval.models.bundled_embedder import bundled_embedder
from retrieval.models.onnx_model import overflows
from retrieval.models.reader import bundled_reader

_THREADS = 1  # a fork has none but its own: a model that computes with more would wait for them for ever
_open = onnxruntime.InferenceSession
_opened: dict[str, Any] = {}


def load_models() -> None:
    """Load all that come with the program: it takes longer than most of what a command does with them."""
    # The doors of the libraries, not of the program: all that is its own still runs in each fork.
    onnxruntime.InferenceSession = _session
    tokenizers.Tokenizer = _Tokenizer  # type: ignore[assignment, misc]
    detect("In het moeras leven otters.")
    overflows()
    with TemporaryDirectory() as folder:
        bundled_embedder(Path(folder), _THREADS).load()
        bundled_reader(Path(folder), _THREADS).load()


class _Tokenizer:
    from_file = staticmethod(cache(tokenizers.Tokenizer.from_file))


def _session(graph: str | bytes, options: Any, **how: Any) -> Any:
    if isinstance(graph, bytes) or options.intra_op_num_threads != _THREADS:
        return _open(graph, options, **how)
    if graph not in _opened:
        _opened[graph] = _open(graph, options, **how)
    return _opened[graph]
