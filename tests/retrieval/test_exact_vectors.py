"""The vectors of the shipped model are those of its weights, whatever the processor does with 8 bits."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
from onnx import numpy_helper

import corpus
from corpus.article import Draft
from corpus.passages import passages
from corpus.reading.sources import read
from corpus.sentences import sentences
from corpus.vector_space import Model
from retrieval.lab.training.quantise import sums
from retrieval.lab.training.student import Shape
from retrieval.lab.training.student_graph import graph
from retrieval.lab.training.unpack import floats
from retrieval.models import onnx_model
from retrieval.models.bundled_embedder import FOLDER, bundled_embedder
from retrieval.models.onnx_embedding import OnnxEmbedder
from retrieval.models.onnx_model import OnnxModel

QUESTIONS = Path(__file__).parents[1] / "evaluation" / "questions.jsonl"
SAMPLES = Path(corpus.__file__).parent / "samples"


def texts() -> list[str]:
    """Ten questions, ten sentences and ten passages in each language."""
    asked = [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    drafts = [one for one in read(str(SAMPLES)) if isinstance(one, Draft)]
    chosen: list[str] = []
    for language in ("nl", "en"):
        written = [one for one in drafts if one.language == language][:10]
        chosen += [one["question"] for one in asked if one["language"] == language][:10]
        chosen += [sentences(one.text, language)[1].of(one.text) for one in written]
        chosen += [passages(one.text, language)[0].of(one.text) for one in written]
    return chosen


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> OnnxEmbedder:
    return bundled_embedder(tmp_path_factory.mktemp("shipped"), threads=1)


@pytest.fixture(scope="module")
def in_floats(tmp_path_factory: pytest.TempPathFactory) -> OnnxEmbedder:
    """The shipped weights, turned back into floats, in a graph that computes with floats throughout.

    What rounding took from the weights is gone from these too: the model before it is not shipped.
    """
    folder = tmp_path_factory.mktemp("floats")
    stored = onnx.load(FOLDER / "model.onnx").graph.initializer
    arrays = {weight.name: numpy_helper.to_array(weight) for weight in stored}
    weights = {name: tensor.numpy() for name, tensor in floats(arrays).items()}
    places, width = arrays["places"].shape
    shape = Shape(len(arrays["words"]), width, 4 * width, 6, 12, places, 1e-12)
    onnx.save(graph(weights, shape), folder / "model.onnx")
    shutil.copy(FOLDER / "tokenizer.json", folder)
    return OnnxEmbedder(Model("floats", "", width), folder, threads=1)


def test_vectors_are_those_of_the_same_weights_computed_in_floats(
    shipped: OnnxEmbedder, in_floats: OnnxEmbedder
) -> None:
    """Both have the shipped weights; only the one that runs rounds activations to 8 bits.

    On processors without VNNI this fails where sums may overflow: the lowest is then below 0.99.
    """
    compared = texts()
    assert len(set(compared)) == 60
    cosines = np.sum(shipped.embed(compared) * in_floats.embed(compared), axis=1)
    assert {text: one for text, one in zip(compared, cosines.tolist(), strict=True) if one < 0.995} == {}


def test_the_trial_of_sums_is_of_the_largest_numbers(tmp_path: Path) -> None:
    onnx.save(sums(), tmp_path / "sums.onnx")
    assert onnx_model.SUMS.read_bytes() == (tmp_path / "sums.onnx").read_bytes()


@pytest.mark.parametrize("entry", ["1", "0"])
def test_sums_may_not_overflow_where_a_processor_would_let_them(
    monkeypatch: pytest.MonkeyPatch, entry: str
) -> None:
    """On a processor with VNNI nothing else tells: its vectors are the same to the bit."""
    monkeypatch.setattr(onnx_model, "overflows", lambda: entry == "1")
    model = OnnxModel(FOLDER, threads=1, longest=64)
    model.load()
    chosen = vars(model)["_session"].get_session_options()
    assert chosen.get_session_config_entry("session.x64quantprecision") == entry


def test_the_trial_tells_what_this_processor_does() -> None:
    onnx_model.overflows.cache_clear()
    largest = np.full((8, 64), 255, np.uint8)
    options = onnxruntime.SessionOptions()
    session = onnxruntime.InferenceSession(onnx_model.SUMS.read_bytes(), options)
    exact = bool((session.run(None, {"states": largest})[0] == 64 * 255 * 127).all())
    assert onnx_model.overflows() is not exact
