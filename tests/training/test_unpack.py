"""The shipped model is loadable by sentence-transformers from a folder, as any other model."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.lab.training.unpack import unpack
from retrieval.models.bundled_embedder import FOLDER
from retrieval.models.embedding import Embedder, SentenceEmbedder

TEXTS = [
    "How much is Russia's signing bonus?",
    "Het eerste is de tekenbonus: een buitenlander krijgt eenmalig 495 duizend roebel.",
    "The port intends to equip nine more berths by the end of 2026.",
]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    unpack(FOLDER, folder)
    return folder


def test_sentence_transformers_gives_the_vectors_of_the_shipped_model(
    unpacked: Path, embedder: Embedder
) -> None:
    loaded = SentenceEmbedder(str(unpacked))
    alike = (loaded.embed(TEXTS) * embedder.embed(TEXTS)).sum(axis=1)
    assert alike.min() > 0.99
    assert loaded.identity.dimensions == embedder.identity.dimensions
