"""The student as an ONNX graph, made of the operators that onnxruntime runs fastest."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from retrieval.lab.training.student import Shape

Vectors = NDArray[np.float32]
Weights = dict[str, Vectors]
OPSET = 17
FUSED = "com.microsoft"


@dataclass(slots=True)
class Drawing:
    """A graph while it is drawn."""

    factors: Weights
    nodes: list[onnx.NodeProto] = field(default_factory=list)
    weights: list[onnx.TensorProto] = field(default_factory=list)

    def weight(self, name: str, array: NDArray[np.generic]) -> str:
        """Add a constant and give its name back."""
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def node(
        self,
        operator: str,
        inputs: list[str],
        output: str,
        domain: str = "",
        **attributes: Any,  # noqa: ANN401 - onnx takes numbers, texts and lists
    ) -> str:
        """Add an operator with one output and give the output's name back."""
        self.nodes.append(
            helper.make_node(operator, inputs, [output], name=output, domain=domain, **attributes)
        )
        return output


def graph(weights: Weights, shape: Shape, factors: Weights | None = None) -> onnx.ModelProto:
    """Draw the encoder: `input_ids` and `attention_mask` (texts, length) in, `embedding` out.

    Args:
        weights: of the encoder, by their names in it.
        shape: of the encoder.
        factors: by which activations are divided and weights multiplied, as `smooth.factors` gives them.
    """
    drawing = Drawing(factors or {})
    words = drawing.node(
        "Gather", [drawing.weight("words", weights["words.weight"]), "input_ids"], "word_states"
    )
    _pooled(drawing, encoded(drawing, words, weights, shape))
    vectors = helper.make_tensor_value_info("embedding", TensorProto.FLOAT, ["texts", shape.hidden_size])
    return finished(drawing, "student", vectors)


def encoded(drawing: Drawing, words: str, weights: Weights, shape: Shape) -> str:
    """Draw all layers over the word embeddings `words`, (texts, length, width), and name what they give."""
    mask = drawing.node("Cast", ["attention_mask"], "mask", to=TensorProto.INT32)
    states = _embedded(drawing, words, weights, shape)
    for number in range(shape.num_hidden_layers):
        states = _layer(drawing, weights, f"layers.{number}", shape, states, mask)
    return states


def finished(drawing: Drawing, name: str, output: onnx.ValueInfoProto) -> onnx.ModelProto:
    """Make a model of what was drawn: `input_ids` and `attention_mask` (texts, length) in, `output` out."""
    ids = [
        helper.make_tensor_value_info(one, TensorProto.INT64, ["texts", "length"])
        for one in ("input_ids", "attention_mask")
    ]
    drawn = helper.make_graph(drawing.nodes, name, ids, [output], drawing.weights)
    domains = [helper.make_opsetid("", OPSET), helper.make_opsetid(FUSED, 1)]
    return helper.make_model(drawn, opset_imports=domains, ir_version=9)


def _embedded(drawing: Drawing, words: str, weights: Weights, shape: Shape) -> str:
    size = drawing.node("Shape", ["input_ids"], "size")
    length = drawing.node("Gather", [size, drawing.weight("one", np.array([1], np.int64))], "length")
    places = drawing.weight("places", weights["positions.weight"] + weights["types.weight"][0])
    start = drawing.weight("start", np.array([0], np.int64))
    used = drawing.node(
        "Slice", [places, start, length, drawing.weight("axis", np.array([0], np.int64))], "used_places"
    )
    states = drawing.node("Add", [words, used], "placed_states")
    return _norm(drawing, weights, "norm", [states], shape)


def _layer(drawing: Drawing, weights: Weights, name: str, shape: Shape, states: str, mask: str) -> str:
    parts = [f"{name}.{part}" for part in ("query", "key", "value")]
    matrix = np.concatenate([weights[f"{part}.weight"] for part in parts]).T
    smooth, matrix = _smoothed(drawing, parts[0], states, matrix)
    bias = drawing.weight(f"{name}.qkv_bias", np.concatenate([weights[f"{part}.bias"] for part in parts]))
    inputs = [smooth, drawing.weight(f"{name}.qkv", matrix), bias, mask]
    heads = drawing.node("Attention", inputs, f"{name}.heads", FUSED, num_heads=shape.num_attention_heads)
    mixed = _times(drawing, weights, f"{name}.mixed", heads)
    states = _skip(drawing, weights, f"{name}.mixed", [mixed, states], shape)
    wide = _times(drawing, weights, f"{name}.wide", states)
    bias = drawing.weight(f"{name}.wide_bias", weights[f"{name}.wide.bias"])
    # A product takes its bias with it; BiasGelu goes over the states once more for it, and is slower.
    wide = drawing.node("Add", [wide, bias], f"{name}.wide")
    active = drawing.node("Gelu", [wide], f"{name}.active", FUSED)
    narrow = _times(drawing, weights, f"{name}.narrow", active)
    return _skip(drawing, weights, f"{name}.narrow", [narrow, states], shape)


def _times(drawing: Drawing, weights: Weights, name: str, states: str) -> str:
    states, matrix = _smoothed(drawing, name, states, weights[f"{name}.weight"].T)
    return drawing.node("MatMul", [states, drawing.weight(f"{name}.matrix", matrix)], f"{name}.times")


def _smoothed(drawing: Drawing, name: str, states: str, matrix: Vectors) -> tuple[str, Vectors]:
    """Divide the channels of the states, and multiply the rows of the matrix, by the factors of this name."""
    factors = drawing.factors.get(name)
    if factors is None:
        return states, matrix
    inverse = drawing.weight(f"{name}.inverse", 1.0 / factors)
    return drawing.node("Mul", [states, inverse], f"{name}.smooth"), matrix * factors[:, None]


def _norm(drawing: Drawing, weights: Weights, name: str, inputs: list[str], shape: Shape) -> str:
    gain, bias = (drawing.weight(f"{name}.{kind}", weights[f"{name}.{kind}"]) for kind in ("weight", "bias"))
    return drawing.node(
        "LayerNormalization", [*inputs, gain, bias], f"{name}.out", epsilon=shape.layer_norm_eps
    )


def _skip(drawing: Drawing, weights: Weights, name: str, inputs: list[str], shape: Shape) -> str:
    """Draw the norm of a sum: SkipLayerNormalization adds number by number, and took seven times as long.

    With the bias added first, onnxruntime would make that operator of the three.
    """
    both = drawing.node("Add", inputs, f"{name}.both")
    bias = drawing.weight(f"{name}.bias", weights[f"{name}.bias"])
    return _norm(drawing, weights, f"{name}_norm", [drawing.node("Add", [both, bias], f"{name}.sum")], shape)


def _pooled(drawing: Drawing, states: str) -> None:
    share = drawing.node("Cast", ["attention_mask"], "share", to=TensorProto.FLOAT)
    last = drawing.weight("last", np.array([2], np.int64))
    share = drawing.node("Unsqueeze", [share, last], "shares")
    kept = drawing.node("Mul", [states, share], "kept_states")
    middle = drawing.weight("middle", np.array([1], np.int64))
    total = drawing.node("ReduceSum", [kept, middle], "pooled", keepdims=0)
    drawing.node("LpNormalization", [total], "embedding", axis=1, p=2)
