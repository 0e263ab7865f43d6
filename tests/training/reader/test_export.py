"""The exported graph reads as the network in torch does."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from onnx import TensorProto, helper
from tokenizers import Tokenizer

from retrieval.lab.training.reader.export import export
from tests.training.reader.small import PIECES, WIDTH, base, network, tokenizer

TEXTS = [
    "The mill burnt in 1998.",
    "the bridge opened when the miller was in",
    "De molen brandde af, 17 keer!",
]
ALL_IDS = np.arange(len(PIECES), dtype=np.int64)[None]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("exported") / "model"
    export(network().eval(), base().words, tokenizer(), TEXTS, made)
    return made


def given(model: bytes, output: str, ids: np.ndarray, mask: np.ndarray) -> np.ndarray:
    options = onnxruntime.SessionOptions()
    options.add_session_config_entry("session.x64quantprecision", "1")  # on every processor, as it is used
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    (found,) = session.run([output], {"input_ids": ids, "attention_mask": mask})
    return np.asarray(found)


def test_words_are_looked_up_exactly_as_the_base_has_them(folder: Path) -> None:
    model = onnx.load(folder / "model.onnx")
    model.graph.output.append(
        helper.make_tensor_value_info("word_states", TensorProto.FLOAT, ["texts", "length", WIDTH])
    )
    found = given(model.SerializeToString(), "word_states", ALL_IDS, np.ones_like(ALL_IDS))
    assert np.array_equal(found[0], base().words.floats().reshape(-1, WIDTH))


def test_the_graph_gives_what_torch_gives_within_the_rounding_of_int8(folder: Path) -> None:
    lengths = [6, 40, len(PIECES)]
    ids = np.tile(ALL_IDS, (3, 1))
    mask = np.array([[place < length for place in range(len(PIECES))] for length in lengths], np.int64)
    found = given((folder / "model.onnx").read_bytes(), "read", ids, mask)
    with torch.inference_mode():
        wanted = network().eval()(torch.from_numpy(ids), torch.from_numpy(mask)).numpy()
    for row, length in enumerate(lengths):
        off = np.abs(found[row, :length] - wanted[row, :length])
        assert off.max() < 0.2 * wanted[row, :length].std()
        assert np.corrcoef(found[row, :length].ravel(), wanted[row, :length].ravel())[0, 1] > 0.995


def test_a_loud_channel_does_not_drown_the_others(tmp_path: Path) -> None:
    loud = network().eval()
    with torch.no_grad():
        for name, weight in loud.named_parameters():
            if name.endswith("norm.weight"):
                weight[3] *= 40.0
            elif weight.ndim == 2 and "layers" in name:
                weight.mul_(4.0)
                if "narrow" not in name and "mixed" not in name:
                    weight[:, 3] /= 40.0
        loud.head.weight[:, 3] = 0.0
    export(loud, base().words, tokenizer(), TEXTS, tmp_path)
    mask = np.ones_like(ALL_IDS)
    found = given((tmp_path / "model.onnx").read_bytes(), "read", ALL_IDS, mask)
    with torch.inference_mode():
        wanted = loud(torch.from_numpy(ALL_IDS), torch.from_numpy(mask)).numpy()
    found, wanted = found - found.mean(1, keepdims=True), wanted - wanted.mean(1, keepdims=True)
    assert np.abs(found - wanted).mean() < 0.03 * wanted.std()


def test_the_word_table_is_stored_in_its_four_bits(folder: Path) -> None:
    stored = {one.name: one for one in onnx.load(folder / "model.onnx").graph.initializer}
    assert stored["words"].data_type == TensorProto.UINT8
    assert stored["words"].dims == [len(PIECES), WIDTH // 2]
    assert stored["word_scales"].data_type == TensorProto.FLOAT16


def test_the_tokenizer_beside_it_neither_cuts_nor_pads(folder: Path) -> None:
    written = Tokenizer.from_file(str(folder / "tokenizer.json"))
    long = "the mill " * 400
    assert written.encode(long).ids == tokenizer().encode(long).ids
