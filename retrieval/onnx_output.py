"""Making a value inside an ONNX graph one of its outputs, without the library that reads such files.

A stored graph is a protocol buffer message, and those merge when their bytes stand behind each other:
lists grow by what comes later. So a few bytes behind the stored ones add an output, and the file keeps its
digest. Field numbers: onnx.proto3 of ONNX; wire format: protobuf.dev, "Encoding".
"""

from __future__ import annotations

_GRAPH, _OUTPUT = 7, 12  # of the model, of its graph
_NAME, _TYPE, _TENSOR, _ELEMENT = 1, 2, 1, 1  # of an output, its type, a tensor's type
_FLOAT = 1
_BYTES = 2  # how a field of bytes is written; 0 is how a number is
_SEVEN_BITS, _MORE = 0x7F, 0x80


def output_declared(name: str) -> bytes:
    """Return what to put behind a model's bytes so that its value `name`, of float32, is an output too."""
    tensor = _number(_ELEMENT << 3) + _number(_FLOAT)
    output = _field(_NAME, name.encode()) + _field(_TYPE, _field(_TENSOR, tensor))
    return _field(_GRAPH, _field(_OUTPUT, output))


def _field(number: int, content: bytes) -> bytes:
    return _number(number << 3 | _BYTES) + _number(len(content)) + content


def _number(value: int) -> bytes:
    """Write a number seven bits at a time, the lowest first."""
    written = bytearray()
    while value > _SEVEN_BITS:
        written.append(value & _SEVEN_BITS | _MORE)
        value >>= 7
    return bytes([*written, value])
