"""A hidden folder beside a file that is being made, on the same disk; what a killed one left is cleared."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

_PREFIX = ".newsdesk-unfinished-"


@contextmanager
def workplace(beside: Path) -> Iterator[Path]:
    """Give a folder within `beside` that nobody else can look into, and take it away at the end.

    Raises:
        OSError: none can be made there.
    """
    _clear(beside)
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=beside))
    lock = _lock(folder)
    lock.acquire()
    try:
        yield folder
    finally:
        lock.release()
        shutil.rmtree(folder, ignore_errors=True)


def keep(file: Path, name: Path, *, replacing: bool) -> None:
    """Give a whole file its name, for good: after a crash there is the one before or this one.

    Raises:
        FileExistsError: the name is taken and is not to be replaced.
        OSError: it cannot be.
    """
    with file.open("rb+") as whole:
        os.fsync(whole.fileno())
    if replacing:
        file.replace(name)
    else:
        _link(file, name)
    remember_names(name.parent)


def remember_names(folder: Path) -> None:
    """Have the disk know which files a folder has; some systems do so by themselves and know no such call."""
    with contextlib.suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def _link(file: Path, name: Path) -> None:
    """Name a file unless there is one of that name, which no look beforehand can rule out."""
    try:
        name.hardlink_to(file)
    except FileExistsError:
        raise
    except OSError:  # a file system without such links
        if name.exists():
            raise FileExistsError(name) from None
        file.replace(name)


def _clear(beside: Path) -> None:
    for left in beside.glob(f"{_PREFIX}*"):
        lock = _lock(left)
        with contextlib.suppress(Timeout, OSError, NotImplementedError):
            lock.acquire(timeout=0)
            lock.release()
            shutil.rmtree(left, ignore_errors=True)


def _lock(folder: Path) -> FileLock:
    return FileLock(folder / "lock", thread_local=False)
