"""The shipped graphs are drawn as graphs are drawn now; drawing anew leaves their weights as they are."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
from onnx import TensorProto, helper, numpy_helper

from retrieval.lab.training.redraw import redrawn
from retrieval.models import bundled_embedder, reader

FUSED = {"SkipLayerNormalization", "BiasGelu"}
WIDTH = 32


def _old() -> onnx.ModelProto:
    """Draw a layer's end as graphs had it: a sum of states with its norm, and an activation with its bias."""
    rng = np.random.default_rng(1)
    weights = [
        numpy_helper.from_array(rng.standard_normal(WIDTH).astype(np.float32), name)
        for name in ("gain", "shift", "bias", "wide_bias")
    ]
    nodes = [
        helper.make_node(
            "SkipLayerNormalization",
            ["left", "right", "gain", "shift", "bias"],
            ["layers.0.mixed_norm.out"],
            domain="com.microsoft",
            epsilon=1e-3,
        ),
        helper.make_node(
            "BiasGelu",
            ["layers.0.mixed_norm.out", "wide_bias"],
            ["layers.0.active"],
            domain="com.microsoft",
        ),
    ]
    given = [
        helper.make_tensor_value_info(one, TensorProto.FLOAT, [1, None, WIDTH]) for one in ("left", "right")
    ]
    found = helper.make_tensor_value_info("layers.0.active", TensorProto.FLOAT, [1, None, WIDTH])
    domains = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
    drawn = helper.make_graph(nodes, "old", given, [found], weights)
    return helper.make_model(drawn, opset_imports=domains, ir_version=9)


def _run(model: onnx.ModelProto) -> np.ndarray:
    rng = np.random.default_rng(2)
    # As large as a norm with that epsilon is told from one without.
    states = {
        name: 0.05 * rng.standard_normal((1, 7, WIDTH)).astype(np.float32) for name in ("left", "right")
    }
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    return np.asarray(session.run(None, states)[0])


def test_a_graph_drawn_anew_computes_the_same() -> None:
    old = _old()
    new = redrawn(old)
    assert not FUSED & {node.op_type for node in new.graph.node}
    assert np.allclose(_run(new), _run(old), rtol=1e-5, atol=1e-6)
    assert list(new.graph.initializer) == list(old.graph.initializer)


@pytest.mark.parametrize("folder", [bundled_embedder.FOLDER, reader.FOLDER], ids=lambda folder: folder.name)
def test_a_shipped_graph_is_drawn_as_graphs_are_drawn_now(folder: Path) -> None:
    model = onnx.load(folder / "model.onnx")
    assert redrawn(model) == model


def test_the_shipped_embedder_has_the_weights_that_its_vectors_are_named_by() -> None:
    """Vectors of other weights do not compare, and would need another name."""
    digest = hashlib.sha256()
    for weight in onnx.load(bundled_embedder.FOLDER / "model.onnx").graph.initializer:
        digest.update(weight.SerializeToString(deterministic=True))
    assert (bundled_embedder.WEIGHTS, digest.hexdigest()[:16]) == ("de5c3321c6fedc63", "19d8f1e64ba078cc")
