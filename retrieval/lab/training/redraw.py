"""A graph drawn before, with the operators that graphs are drawn with now; its weights stay as they are.

`python -m retrieval.lab.training.redraw MODEL.onnx` writes it over. What rounds otherwise afterwards is the
order in which a norm adds up, and by that a number of 8 bits here and there.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import onnx
from onnx import NodeProto, helper

from retrieval.lab.training.student_graph import FUSED


def redrawn(model: onnx.ModelProto) -> onnx.ModelProto:
    """Return the model with sums, norms and GELU apart, as `student_graph` draws them."""
    drawn = onnx.ModelProto()
    drawn.CopyFrom(model)
    del drawn.graph.node[:]
    drawn.graph.node.extend(node for old in model.graph.node for node in _nodes(old))
    return drawn


def _nodes(old: NodeProto) -> Iterator[NodeProto]:
    name = old.output[0]
    match old.op_type:
        case "SkipLayerNormalization":
            first, second, gain, shift, bias = old.input
            part = name.removesuffix("_norm.out")
            both, total = f"{part}.both", f"{part}.sum"
            yield helper.make_node("Add", [first, second], [both], name=both)
            yield helper.make_node("Add", [both, bias], [total], name=total)
            norm = helper.make_node("LayerNormalization", [total, gain, shift], [name], name=name)
            norm.attribute.extend(one for one in old.attribute if one.name == "epsilon")
            yield norm
        case "BiasGelu":
            wide = f"{name.removesuffix('.active')}.wide"
            yield helper.make_node("Add", list(old.input), [wide], name=wide)
            yield helper.make_node("Gelu", [wide], [name], name=name, domain=FUSED)
        case _:
            yield old


if __name__ == "__main__":
    file = Path(sys.argv[1])
    onnx.save(redrawn(onnx.load(file)), file)
