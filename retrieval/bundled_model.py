"""The embedding model that comes with newsdesk: Dutch and English in one space.

`retrieval/model/MODEL_CARD.md` says how it was made and what it reaches; no model hub is needed.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from corpus.vector_space import Model
from retrieval.errors import ModelUnavailable
from retrieval.onnx_embedding import OnnxEmbedder

FOLDER = Path(__file__).parent / "model"
SHA256 = "de5c3321c6fedc63e07a217d927db977a20326f005abc95ddc8ac6110b04bbbe"
# The second way of computing: the first overflowed on processors without VNNI, and had no name.
_IDENTITY = Model("newsdesk-nl-en", f"{SHA256[:16]}/2", 384)


def bundled_embedder(home: Path, threads: int) -> OnnxEmbedder:
    """Return the bundled model; its weights are checked once and a note of that is kept in `home`.

    Raises:
        ModelUnavailable: the weights are not those that were published.
    """
    _check_once(FOLDER / "model.onnx", home / "checked-model")
    return OnnxEmbedder(_IDENTITY, FOLDER, threads)


def _check_once(weights: Path, note: Path) -> None:
    found = weights.stat() if weights.is_file() else None
    checked = f"{SHA256} {weights} {found.st_size} {found.st_mtime_ns}" if found else ""
    if found and note.is_file() and note.read_text(encoding="utf-8") == checked:
        return
    if not found or hashlib.sha256(weights.read_bytes()).hexdigest() != SHA256:
        raise ModelUnavailable(
            f"The bundled model at {weights} is missing or damaged: install newsdesk again."
        )
    note.parent.mkdir(parents=True, exist_ok=True)
    note.write_text(checked, encoding="utf-8")
