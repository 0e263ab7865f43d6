"""Whether the weights that come with newsdesk are those that were published."""

import contextlib
import hashlib
from pathlib import Path

from retrieval.errors import ModelUnavailable


def check_once(weights: Path, sha256: str, note: Path) -> None:
    """Check a file of weights by its digest, once for each state of the file: `note` remembers it.

    Raises:
        ModelUnavailable: the weights are missing, or others than those that were published.
    """
    found = weights.stat() if weights.is_file() else None
    checked = f"{sha256} {weights} {found.st_size} {found.st_mtime_ns}" if found else ""
    if found and _noted(note) == checked:
        return
    if not found or hashlib.sha256(weights.read_bytes()).hexdigest() != sha256:
        raise ModelUnavailable(
            f"The bundled model at {weights} is missing or damaged: install newsdesk again."
        )
    # Where no note can be kept, the weights are checked every time.
    with contextlib.suppress(OSError):
        note.parent.mkdir(parents=True, exist_ok=True)
        note.write_text(checked, encoding="utf-8")


def _noted(note: Path) -> str:
    try:
        return note.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
