"""The bytes of a source on this machine, up to the size limit: a file, standard input, a folder of files."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from corpus.errors import SourceUnreadable

LIMIT = 20_000_000
TOO_LARGE = "It is over 20 MB, more than any article: add the article alone, or split it into smaller files."
_NOTHING_THERE = (
    "There is no such file or folder: check how it is spelled, or begin a web address with https://."
)
_NO_FILE = "It is a device or a pipe: save it as a file, or give its text on standard input."
EMPTY = "It is empty: check that it was saved, and add it again."


def require(path: Path, source: str) -> None:
    """Make sure that there is a file.

    Raises:
        SourceUnreadable: there is no such file.
    """
    try:
        if path.is_file():
            return
        there = path.exists()
    except (OSError, ValueError) as error:
        raise SourceUnreadable(source, sentence(error)) from error
    raise SourceUnreadable(source, _NO_FILE if there else _NOTHING_THERE)


def read_bytes(path: Path, source: str) -> bytes:
    """Return what is in a file.

    Raises:
        SourceUnreadable: it is closed to us, too large or empty.
    """
    try:
        with path.open("rb") as file:
            return read_stream(file, source)
    except (OSError, ValueError) as error:
        raise SourceUnreadable(source, sentence(error)) from error


def read_stream(stream: BinaryIO, source: str) -> bytes:
    """Return what is in a stream.

    Raises:
        SourceUnreadable: it is too large or empty.
    """
    raw = stream.read(LIMIT + 1)
    if len(raw) > LIMIT:
        raise SourceUnreadable(source, TOO_LARGE)
    if not raw.strip():
        raise SourceUnreadable(source, EMPTY)
    return raw


def sentence(error: OSError | ValueError) -> str:
    """Return in words why the operating system does not give a file."""
    if isinstance(error, PermissionError):
        return "You have no permission to read it: change its permissions, or copy it to where you may."
    if isinstance(error, FileNotFoundError):
        return _NOTHING_THERE
    if isinstance(error, ValueError) or error.errno == errno.ENAMETOOLONG:
        return "This is not a name that a file can have: check how it is spelled."
    return "It could not be read from the disk: check that the disk is there and sound, and try again."


def walk(folder: Path) -> Iterator[Path | SourceUnreadable]:
    """Yield the files below a folder, sorted, without hidden ones, and an error for each closed folder."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield SourceUnreadable(str(folder), sentence(error))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        # A linked folder could lead back to this one, so only real ones are entered.
        if entry.is_dir(follow_symlinks=False):
            yield from walk(Path(entry.path))
        elif not entry.is_dir():
            yield Path(entry.path)
