"""What goes wrong in Chroma: its errors wrapped once, its unfinished writes marked."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from retrieval.errors import IndexUnavailable

T = TypeVar("T")


@contextmanager
def noted(unfinished: Path | None) -> Iterator[None]:
    """Keep a file there until the work is done; it stays behind where the work fails or the process ends."""
    if unfinished:
        unfinished.touch()
    yield
    if unfinished:
        unfinished.unlink()


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
            "The vector index (Chroma) does not answer: check CHROMA_URL, or run `newsdesk doctor`."
        ) from error
