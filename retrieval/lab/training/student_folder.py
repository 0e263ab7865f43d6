"""The student as a folder that sentence-transformers loads."""

import json
import shutil
from pathlib import Path

import torch
from safetensors.torch import save_file
from tokenizers import Tokenizer
from torch import Tensor

from retrieval.lab.training.teacher import Teacher, names

_COPIED = ("modules.json", "sentence_bert_config.json", "1_Pooling/config.json", "special_tokens_map.json")


def write_folder(weights: dict[str, Tensor], tokenizer: Tokenizer, teacher: Teacher, folder: Path) -> None:
    """Write the weights in float16 under the names of BERT, with the teacher's configuration around them."""
    (folder / "1_Pooling").mkdir(parents=True, exist_ok=True)
    for name in _COPIED:
        shutil.copyfile(teacher.folder / name, folder / name)
    config = json.loads((teacher.folder / "config.json").read_text("utf-8"))
    config["vocab_size"] = len(weights["words.weight"])
    del config["_name_or_path"]
    (folder / "config.json").write_text(json.dumps(config, indent=2) + "\n", "utf-8")
    settings = json.loads((teacher.folder / "tokenizer_config.json").read_text("utf-8"))
    del settings["name_or_path"]
    (folder / "tokenizer_config.json").write_text(json.dumps(settings, indent=2) + "\n", "utf-8")
    tokenizer.save(str(folder / "tokenizer.json"))
    pieces = sorted(tokenizer.get_vocab().items(), key=lambda item: item[1])
    (folder / "vocab.txt").write_text("".join(f"{piece}\n" for piece, _ in pieces), "utf-8")
    layers = teacher.encoder.shape.num_hidden_layers
    save_file(to_bert(weights, layers), folder / "model.safetensors", metadata={"format": "pt"})


def to_bert(weights: dict[str, Tensor], layers: int) -> dict[str, Tensor]:
    """Rename the weights of `Encoder` to those of a BERT checkpoint, in float16."""
    return {
        f"{theirs}.{kind}": weights[f"{ours}.{kind}"].to(torch.float16).contiguous()
        for theirs, ours in names(layers).items()
        for kind in ("weight", "bias")
        if f"{ours}.{kind}" in weights
    }
