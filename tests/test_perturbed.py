from __future__ import annotations

import numpy as np
import pytest

from retrieval.models.embedding import Embedder
from tests.perturbed import PerturbedEmbedder

TEXTS = ["How much does the flood barrier cost?", "Hoeveel kost de waterkering?"]


def test_noise_has_the_cosine_asked_for(embedder: Embedder) -> None:
    noisy = PerturbedEmbedder(embedder, 0.997, 1)
    assert np.sum(noisy.embed(TEXTS) * embedder.embed(TEXTS), axis=1) == pytest.approx([0.997, 0.997])
    assert np.linalg.norm(noisy.embed(TEXTS), axis=1) == pytest.approx([1, 1])


def test_noise_belongs_to_the_text_and_the_seed(embedder: Embedder) -> None:
    one, another = (PerturbedEmbedder(embedder, 0.997, seed) for seed in (1, 2))
    assert np.array_equal(one.embed(TEXTS)[1], one.embed(TEXTS[1:])[0])
    assert one.embed(TEXTS) @ another.embed(TEXTS).T != pytest.approx(one.embed(TEXTS) @ one.embed(TEXTS).T)
