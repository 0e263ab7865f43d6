"""Giving documents gone wrong while the code is watched: `python -m tests.fuzz TARGET [OPTION...] FOLDER`."""

from __future__ import annotations

import logging
import sys
from typing import Any

import atheris

_FOREIGN = ("trafilatura", "htmldate", "justext", "feedparser", "mammoth", "email", "html.parser")


def main() -> None:
    """Fuzz one target with libFuzzer's options, and end with its exit code."""
    with atheris.instrument_imports(include=["corpus", "retrieval.question", "retrieval.figures", *_FOREIGN]):
        from corpus.reading.parsing.here import load  # noqa: PLC0415 - instrumented while it is imported
        from tests.fuzz.targets import TARGETS  # noqa: PLC0415 - the same

    load()
    logging.disable()
    target: Any = TARGETS[sys.argv[1]]
    atheris.Setup([sys.argv[0], *sys.argv[2:]], target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
