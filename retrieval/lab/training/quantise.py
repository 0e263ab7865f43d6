"""The graph in int8: matrices by onnxruntime, the table of word embeddings row by row."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from retrieval.lab.training.student_graph import OPSET

_LARGEST = 127.0
_WIDTH = 64


def quantise(model: onnx.ModelProto) -> onnx.ModelProto:
    """Turn every matrix and the word table into int8; activations become int8 while it runs."""
    return matrices(_small_table(model))


def matrices(model: onnx.ModelProto, kept: Sequence[str] = ()) -> onnx.ModelProto:
    """Turn every matrix into int8 but those of the nodes named in `kept`."""
    with tempfile.TemporaryDirectory() as folder:
        before, after = Path(folder) / "float.onnx", Path(folder) / "int8.onnx"
        onnx.save(model, before)
        quantize_dynamic(
            before,
            after,
            op_types_to_quantize=["MatMul", "Attention"],
            per_channel=True,
            weight_type=QuantType.QInt8,
            nodes_to_exclude=list(kept),
            extra_options={"MatMulConstBOnly": True, "DefaultTensorType": TensorProto.FLOAT},
        )
        return onnx.load(after)


def sums() -> onnx.ModelProto:
    """Draw the product of states of 8 bits, (rows, 64), with weights that are as large as they can be."""
    weights = numpy_helper.from_array(np.full((_WIDTH, 16), int(_LARGEST), np.int8), "weights")
    times = helper.make_node("MatMulInteger", ["states", "weights"], ["sums"])
    given = helper.make_tensor_value_info("states", TensorProto.UINT8, ["rows", _WIDTH])
    found = helper.make_tensor_value_info("sums", TensorProto.INT32, ["rows", 16])
    drawn = helper.make_graph([times], "sums", [given], [found], [weights])
    return helper.make_model(drawn, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=9)


def _small_table(model: onnx.ModelProto) -> onnx.ModelProto:
    """Store word embeddings as int8 with one scale a row, and multiply only the rows that are looked up."""
    table = next(weight for weight in model.graph.initializer if weight.name == "words")
    small, scales = rowwise(numpy_helper.to_array(table))
    model.graph.initializer.remove(table)
    model.graph.initializer.extend(
        [
            numpy_helper.from_array(small, "words"),
            numpy_helper.from_array(scales, "word_scales"),
        ]
    )
    place = next(number for number, node in enumerate(model.graph.node) if node.output[0] == "word_states")
    old = model.graph.node[place]
    new = [
        helper.make_node("Gather", ["words", "input_ids"], ["small_states"], name="small_states"),
        helper.make_node("Gather", ["word_scales", "input_ids"], ["state_scales"], name="state_scales"),
        helper.make_node(
            "Cast", ["small_states"], ["whole_states"], name="whole_states", to=TensorProto.FLOAT
        ),
        helper.make_node("Mul", ["whole_states", "state_scales"], ["word_states"], name="word_states"),
    ]
    model.graph.node.remove(old)
    for number, node in enumerate(new):
        model.graph.node.insert(place + number, node)
    return model


def rowwise(table: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Quantise each row of a table by its own largest value: (rows, width) and scales of (rows, 1)."""
    scales = np.abs(table).max(axis=1, keepdims=True).clip(min=1e-8) / _LARGEST
    return np.round(table / scales).astype(np.int8), scales.astype(np.float32)
