"""The reader that comes with newsdesk; `retrieval/reader/model/MODEL_CARD.md` says how it was made."""

from __future__ import annotations

from pathlib import Path

from retrieval.checked_model import check_once
from retrieval.reader.network import OnnxReader

FOLDER = Path(__file__).parent / "model"
SHA256 = "0063f37db21eebebb29ab274a5211bb4d919df5d43506cdd8abf2cb33904c34d"


def bundled_reader(home: Path, threads: int) -> OnnxReader:
    """Return the bundled reader; its weights are checked once and a note of that is kept in `home`.

    Raises:
        ModelUnavailable: the weights are not those that were published.
    """
    check_once(FOLDER / "model.onnx", SHA256, home / "checked-reader")
    return OnnxReader(FOLDER, threads)
