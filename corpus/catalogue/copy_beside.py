"""The copy of an SQLite catalogue that is laid beside it before it is changed."""

import datetime
import itertools
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from corpus.errors import CatalogueUnusable


@contextmanager
def copied(file: Path, name: str) -> Iterator[Path]:
    """Lay a copy of `file` beside it for what is done to it within; the copy stays where that succeeds.

    What others wrote last is in it, whatever still stands in the write-ahead log. A copy has its name only
    once it is complete and what is done is too: who is killed before leaves one file, which the next takes.

    Args:
        file: an SQLite database that nobody writes to meanwhile but the caller.
        name: what the catalogue calls itself, which becomes a part of the copy's name.

    Raises:
        CatalogueUnusable: there is no room for a copy, or no right to make one.
    """
    part = file.with_name(f"{file.name}.copying")
    kept = _free(file, name)
    try:
        _copy(file, part)
    except (OSError, sqlite3.Error) as error:
        _forget(part)
        raise _unkept(file, error) from error
    try:
        yield kept
        part.replace(kept)
    except BaseException:
        _forget(part)
        raise


def _copy(file: Path, part: Path) -> None:
    needed, free = _size(file), shutil.disk_usage(file.parent).free
    if needed > free:
        raise OSError(f"it takes {_megabytes(needed)}, and {_megabytes(free)} are free")
    _forget(part)
    part.touch(mode=0o600)  # nobody reads it who may not read what it is a copy of
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(part)) as target:
        source.backup(target)
    shutil.copymode(file, part)
    with part.open("rb") as written:
        os.fsync(written.fileno())


def _size(file: Path) -> int:
    """Return the bytes of a database, whatever still stands in its write-ahead log."""
    with closing(sqlite3.connect(file)) as source:
        (pages,), (size,) = (
            source.execute(f"PRAGMA {one}").fetchone() for one in ("page_count", "page_size")
        )
    return int(pages) * int(size)


def _free(file: Path, name: str) -> Path:
    """Return a path beside `file` that nothing has and that says what was copied when."""
    now = datetime.datetime.now(datetime.UTC).strftime("%Y%m%d-%H%M%S")
    stem = f"{file.stem}-{name.replace(' ', '-')}-{now}"
    ends = itertools.chain([""], (f"-{number}" for number in itertools.count(2)))
    return next(one for end in ends if not (one := file.with_name(f"{stem}{end}{file.suffix}")).exists())


def _forget(part: Path) -> None:
    for one in (part, *(part.with_name(f"{part.name}{end}") for end in ("-journal", "-wal", "-shm"))):
        one.unlink(missing_ok=True)


def _unkept(file: Path, error: Exception) -> CatalogueUnusable:
    return CatalogueUnusable(
        f"The catalogue {file} is of an earlier release, and no copy can be laid beside it before it is "
        f"brought up to date ({error}): make room there. Nothing is changed yet."
    )


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.0f} MB"
