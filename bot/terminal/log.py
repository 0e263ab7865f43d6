"""Logging to standard error."""

from __future__ import annotations

import logging


def log_to_stderr(*, debug: bool) -> None:
    """Show this program's own notices and others' warnings; with `debug` everything of ours."""
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    for package in ("bot", "retrieval", "corpus"):
        logging.getLogger(package).setLevel(logging.DEBUG if debug else logging.INFO)
    # It announces every model it loads, and advises on tokens that a hub would want.
    logging.getLogger("sentence_transformers").setLevel(logging.ERROR)
    logging.getLogger("transformers").setLevel(logging.ERROR)
    logging.getLogger("huggingface_hub").setLevel(logging.ERROR)
