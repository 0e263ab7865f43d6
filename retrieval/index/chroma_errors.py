"""What goes wrong in Chroma: its errors wrapped once, each with a sentence that names the cure."""

import math
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from retrieval.errors import IndexUnavailable

T = TypeVar("T")
ROOM = 4 << 20  # bytes; with less, Chroma's files are cut short and no error says so


def answered(ask: Callable[[], T]) -> T:
    """Return what Chroma answers.

    Raises:
        IndexUnavailable: it does not, whatever it raises itself.
    """
    try:
        return ask()
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    # Chroma's Rust core panics with an exception that is no Exception, and its client raises anything.
    except BaseException as error:
        raise IndexUnavailable(
            "The vector index (Chroma) does not answer: check CHROMA_URL and the server behind it."
        ) from error


def obstacle(folder: Path) -> IndexUnavailable | None:
    """Return why no index can be kept in `folder`, where something can be seen to be in its way."""
    if folder.exists() and not folder.is_dir():
        return IndexUnavailable(f"{folder} is a file, where the vector index belongs: move it away.")
    if folder.parent.is_dir() and not os.access(folder if folder.exists() else folder.parent, os.W_OK):
        return IndexUnavailable(
            f"The vector index {folder} cannot be written: allow that, or set NEWSDESK_HOME elsewhere."
        )
    if _free(folder.parent) < ROOM:
        return IndexUnavailable(
            f"There is no room for the vector index {folder}: make room on that disk, or set NEWSDESK_HOME "
            "elsewhere. The articles are untouched, and the index is brought up to date by itself."
        )
    return None


def unmade(folder: Path, error: Exception) -> IndexUnavailable:
    """Return that no index can be kept in `folder`, for a reason that Chroma alone knows."""
    said = " ".join(str(error.__cause__ or error).split())
    return IndexUnavailable(
        f"The vector index {folder} cannot be made ({said}): move that folder away, and it is made anew."
    )


def _free(folder: Path) -> float:
    """Return how many bytes are free on the disk of a folder."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return math.inf
