"""Another real model than the bundled one: sixteen dimensions, a vector for each word."""

from __future__ import annotations

import warnings
from pathlib import Path

from tokenizers import Tokenizer

from retrieval.models.bundled_embedder import FOLDER


def other_model_in(folder: Path) -> str:
    """Make the model in a folder and return what EMBEDDING_MODEL names it by."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import torch  # noqa: PLC0415 - takes seconds
        from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - takes seconds
        from sentence_transformers.sentence_transformer.modules import StaticEmbedding  # noqa: PLC0415

        words = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))
        with torch.random.fork_rng():
            torch.manual_seed(0)  # random vectors, and the same ones whatever ran before
            made = SentenceTransformer(modules=[StaticEmbedding(words, embedding_dim=16)], device="cpu")
        made.save(str(folder))
    return str(folder)
