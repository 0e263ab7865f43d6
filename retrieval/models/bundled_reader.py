"""The reader that comes with newsdesk.

`retrieval/models/weights/reader/MODEL_CARD.md` says how it was made.
"""

from __future__ import annotations

from pathlib import Path

from retrieval.models.checksums import check_once
from retrieval.models.reader import OnnxReader

FOLDER = Path(__file__).parent / "weights" / "reader"
SHA256 = "0063f37db21eebebb29ab274a5211bb4d919df5d43506cdd8abf2cb33904c34d"


def bundled_reader(home: Path, threads: int) -> OnnxReader:
    """Return the bundled reader; its weights are checked once and a note of that is kept in `home`.

    Raises:
        ModelUnavailable: the weights are not those that were published.
    """
    check_once(FOLDER / "model.onnx", SHA256, home / "checked-reader")
    return OnnxReader(FOLDER, threads)
