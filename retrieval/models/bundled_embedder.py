"""The embedding model that comes with newsdesk: Dutch and English in one space.

`retrieval/models/weights/embedder/MODEL_CARD.md` says how it was made and what it reaches; no model hub is
needed.
"""

from pathlib import Path

from corpus.vector_space import Model
from retrieval.models.checksums import check_once
from retrieval.models.onnx_embedding import OnnxEmbedder

FOLDER = Path(__file__).parent / "weights" / "embedder"
SHA256 = "3342c3e976081d4e9279511834f012f6224b6396eadfbc45b26e26fb3952bd5b"
# The weights, by the first file that held them: drawn anew they are the same, and their vectors compare.
WEIGHTS = "de5c3321c6fedc63"
# The third way of computing: the first overflowed on processors without VNNI, and had no name; in the second
# norms added up in another order.
_IDENTITY = Model("newsdesk-nl-en", f"{WEIGHTS}/3", 384)


def bundled_embedder(home: Path, threads: int) -> OnnxEmbedder:
    """Return the bundled model; its weights are checked once and a note of that is kept in `home`.

    Raises:
        ModelUnavailable: the weights are not those that were published.
    """
    check_once(FOLDER / "model.onnx", SHA256, home / "checked-model")
    return OnnxEmbedder(_IDENTITY, FOLDER, threads)
