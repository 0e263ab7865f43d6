"""The reader as an ONNX graph in int8, its word table in the four bits that it came in."""

from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper
from tokenizers import Tokenizer

from retrieval.lab.training.quantise import matrices
from retrieval.lab.training.reader.base import BLOCK, Blocks
from retrieval.lab.training.reader.cut_vocabulary import saved
from retrieval.lab.training.reader.labelled_tokens import LONGEST
from retrieval.lab.training.reader.network import Reader
from retrieval.lab.training.smooth import factors
from retrieval.lab.training.student_graph import Drawing, encoded, finished

HEAD = "logits"


def export(reader: Reader, table: Blocks, tokenizer: Tokenizer, texts: list[str], folder: Path) -> None:
    """Write `model.onnx` and `tokenizer.json` into `folder`.

    Args:
        reader: the finished reader.
        table: its word table as the base packs it, cut to its vocabulary.
        tokenizer: its tokenizer.
        texts: some of those it reads, to see its activations on.
        folder: where to write; made if it is not there.
    """
    tokenizer.enable_truncation(LONGEST)
    smooth = {name: one.numpy() for name, one in factors(reader.encoder, tokenizer, texts).items()}
    tokenizer.no_truncation()
    folder.mkdir(parents=True, exist_ok=True)
    onnx.save(matrices(_drawn(reader, table, smooth), kept=[HEAD]), folder / "model.onnx")
    (folder / "tokenizer.json").write_text(saved(tokenizer), "utf-8")


def cut_table(words: Blocks, kept: NDArray[np.int64], width: int) -> Blocks:
    """Return the rows `kept` of a packed table of rows of `width` weights."""
    rows = width // BLOCK
    packed = words.packed.reshape(-1, rows, BLOCK // 2)[kept]
    return Blocks(packed.reshape(-1, BLOCK // 2), words.scales.reshape(-1, rows)[kept].reshape(-1))


def _drawn(reader: Reader, table: Blocks, smooth: dict[str, NDArray[np.float32]]) -> onnx.ModelProto:
    weights = {name: one.detach().numpy() for name, one in reader.encoder.state_dict().items()}
    drawing = Drawing(smooth)
    words = _looked_up(drawing, table, reader.encoder.shape.hidden_size)
    states = encoded(drawing, words, weights, reader.encoder.shape)
    head = drawing.weight("head", reader.head.weight.detach().numpy().T)
    times = drawing.node("MatMul", [states, head], HEAD)
    bias = drawing.weight("head_bias", reader.head.bias.detach().numpy())
    drawing.node("Add", [times, bias], "read")
    return finished(
        drawing, "reader", helper.make_tensor_value_info("read", TensorProto.FLOAT, ["texts", "length", 4])
    )


def _looked_up(drawing: Drawing, table: Blocks, width: int) -> str:
    """Draw the look-up of word embeddings packed in four bits: low nibbles first, each minus eight."""
    rows = width // BLOCK
    packed = drawing.weight("words", table.packed.reshape(-1, width // 2))
    scales = drawing.weight("word_scales", table.scales.reshape(-1, rows))
    found = drawing.node("Gather", [packed, "input_ids"], "packed")
    shape = drawing.weight("blocks", np.array([0, 0, rows, BLOCK // 2], np.int64))
    found = drawing.node("Reshape", [found, shape], "packed_blocks")
    four = drawing.weight("four", np.array(4, np.uint8))
    high = drawing.node("BitShift", [found, four], "high", direction="RIGHT")
    shifted = drawing.node("BitShift", [high, four], "high_shifted", direction="LEFT")
    low = drawing.node("Sub", [found, shifted], "low")
    both = drawing.node("Concat", [low, high], "nibbles", axis=3)
    numbers = drawing.node("Cast", [both], "nibble_numbers", to=TensorProto.FLOAT)
    numbers = drawing.node("Sub", [numbers, drawing.weight("eight", np.array(8, np.float32))], "centred")
    scale = drawing.node("Gather", [scales, "input_ids"], "block_scales")
    scale = drawing.node("Cast", [scale], "block_factors", to=TensorProto.FLOAT)
    scale = drawing.node("Unsqueeze", [scale, drawing.weight("axis_3", np.array([3], np.int64))], "factors")
    product = drawing.node("Mul", [numbers, scale], "unpacked")
    whole = drawing.weight("whole", np.array([0, 0, width], np.int64))
    return drawing.node("Reshape", [product, whole], "word_states")
