"""The shipped model for sentence-transformers: `python -m retrieval.lab.training.unpack FOLDER`."""

import sys
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from tokenizers import Tokenizer
from torch import Tensor

from retrieval.lab.training.student_folder import write_folder
from retrieval.lab.training.teacher import load_teacher
from retrieval.models.bundled_embedder import FOLDER

Arrays = dict[str, NDArray[Any]]
_SPLIT = ("query", "key", "value")


def unpack(model: Path, folder: Path) -> None:
    """Write the weights of `model`, a folder with an exported student, as floats into `folder`.

    What rounding to int8 took away stays away; the vectors are those of the int8 model but for its
    rounding of activations.
    """
    graph = onnx.load(model / "model.onnx").graph
    arrays = {weight.name: numpy_helper.to_array(weight) for weight in graph.initializer}
    tokenizer = Tokenizer.from_file(str(model / "tokenizer.json"))
    write_folder(floats(arrays), tokenizer, load_teacher(), folder)


def floats(arrays: Arrays) -> dict[str, Tensor]:
    """Turn the constants of an exported graph back into the weights of an `Encoder`."""
    width = arrays["places"].shape[1]
    weights: Arrays = {
        "words.weight": arrays["words"].astype(np.float32) * arrays["word_scales"],
        "positions.weight": arrays["places"],
        # The graph holds the sum of both: all of it stands with the places.
        "types.weight": np.zeros((2, width), np.float32),
        "norm.weight": arrays["norm.weight"],
        "norm.bias": arrays["norm.bias"],
    }
    layers = 1 + max(int(name.split(".")[1]) for name in arrays if name.startswith("layers."))
    for number in range(layers):
        weights |= _layer(arrays, f"layers.{number}")
    return {name: torch.from_numpy(np.array(array, np.float32)) for name, array in weights.items()}


def _layer(arrays: Arrays, name: str) -> Arrays:
    mixed = np.split(_matrix(arrays, f"{name}.qkv", f"{name}.query"), len(_SPLIT), axis=1)
    biases = np.split(arrays[f"{name}.qkv_bias"], len(_SPLIT))
    weights: Arrays = {f"{name}.{part}.weight": matrix.T for part, matrix in zip(_SPLIT, mixed, strict=True)}
    weights |= {f"{name}.{part}.bias": bias for part, bias in zip(_SPLIT, biases, strict=True)}
    for part in ("mixed", "wide", "narrow"):
        weights[f"{name}.{part}.weight"] = _matrix(arrays, f"{name}.{part}.matrix", f"{name}.{part}").T
    weights[f"{name}.wide.bias"] = arrays[f"{name}.wide_bias"]
    kept = (
        "mixed.bias",
        "narrow.bias",
        *(f"{part}_norm.{kind}" for part in ("mixed", "narrow") for kind in ("weight", "bias")),
    )
    return weights | {f"{name}.{one}": arrays[f"{name}.{one}"] for one in kept}


def _matrix(arrays: Arrays, name: str, smoothed: str) -> NDArray[np.float32]:
    """Undo the rounding to int8, then the factors that its rows were multiplied by."""
    whole = arrays[f"{name}_quantized"].astype(np.float32) - arrays[f"{name}_zero_point"].astype(np.float32)
    matrix = whole * arrays[f"{name}_scale"]
    inverse = arrays.get(f"{smoothed}.inverse")
    return np.asarray(matrix if inverse is None else matrix * inverse[:, None], np.float32)


if __name__ == "__main__":
    unpack(FOLDER, Path(sys.argv[1]))
