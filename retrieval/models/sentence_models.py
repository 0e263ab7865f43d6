"""Loading models: the one door to sentence-transformers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from retrieval.errors import ModelUnavailable

_HUB_SECONDS = 5

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder, SentenceTransformer


def embedding_model(name: str) -> SentenceTransformer:
    """Load an embedding model by name or folder.

    Raises:
        ModelUnavailable: it cannot be loaded.
    """
    # Importing it takes seconds and hundreds of megabytes, which `list` and `--help` must not pay.
    try:
        from sentence_transformers import SentenceTransformer  # noqa: PLC0415
    except ImportError as error:
        raise _lacking("EMBEDDING_MODEL", name) from error
    _hush()
    try:
        return SentenceTransformer(name, device="cpu", local_files_only=not _hub_answers(name))
    # The library raises whatever its loaders raise: file, network, format and value errors.
    except Exception as error:
        raise ModelUnavailable(
            f"The embedding model {name!r} cannot be loaded: set EMBEDDING_MODEL to a folder that holds a "
            "sentence-transformers model, or to the name of one on a model hub that this machine "
            "reaches; leave it empty for the bundled one."
        ) from error


def cross_encoder(name: str) -> CrossEncoder:
    """Load a cross-encoder by name or folder.

    Raises:
        ModelUnavailable: it cannot be loaded.
    """
    try:
        from sentence_transformers import CrossEncoder  # noqa: PLC0415 - as above
    except ImportError as error:
        raise _lacking("RERANKER_MODEL", name) from error
    _hush()
    try:
        model: CrossEncoder = CrossEncoder(name, device="cpu", local_files_only=not _hub_answers(name))
    # As above: whatever the loaders raise.
    except Exception as error:
        raise ModelUnavailable(
            f"The reranking model {name!r} cannot be loaded: set RERANKER_MODEL to the name or "
            "folder of a sentence-transformers cross-encoder, or leave it empty."
        ) from error
    return model


def _lacking(setting: str, name: str) -> ModelUnavailable:
    return ModelUnavailable(
        f"{setting} is {name!r}, and the library for such models is not installed here: install "
        "sentence-transformers and torch beside newsdesk, as `pip install newsdesk` does, or leave it empty."
    )


def _hub_answers(name: str) -> bool:
    """Tell whether it makes sense to ask a hub: one that cannot be reached is asked again for minutes."""
    from huggingface_hub import constants, get_session  # noqa: PLC0415 - as above

    if Path(name).exists():
        return False
    try:
        get_session().head(constants.ENDPOINT, timeout=_HUB_SECONDS)
    # Whatever keeps the hub from answering, what is cached loads without it.
    except Exception:  # noqa: BLE001
        return False
    return True


def _hush() -> None:
    from transformers.utils.logging import disable_progress_bar  # noqa: PLC0415 - as above

    disable_progress_bar()  # type: ignore[no-untyped-call]
