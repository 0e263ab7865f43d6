"""What keeps an SQLite file from its work: damage, no room, no rights, a lock, with what mends it."""

import errno
import os
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import CatalogueUnusable, Trouble

_ROOM = 1 << 20  # bytes; a disk with less has none for SQLite's files, whatever its error was called
_SHORTEST = 512  # bytes; SQLite takes a shorter file for an empty one and writes over it
_NO_DATABASE = "file is not a database"  # SQLite's words
_NO_FORMAT = "unsupported file format"  # the same, of a header overwritten in part; its code says less
_MAGIC = b"SQLite format 3\0"
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NO_WRITING = {errno.EROFS, errno.EACCES, errno.EPERM}


@dataclass(frozen=True, slots=True)
class _Place:
    """A file, and what is so of it and of its folder.

    `closed` is whether this account may not read it; `free` is in bytes, None where nobody knows.
    """

    file: Path
    is_folder: bool
    exists: bool
    closed: bool
    writable: bool
    not_a_folder: Path | None
    free: int | None

    @property
    def full(self) -> bool:
        return self.free is not None and self.free < _ROOM


def told(file: str, cause: BaseException) -> CatalogueUnusable:
    """Return the sentence for what SQLite, or the folder of the file, said."""
    place = _looked_at(Path(file))
    if place.is_folder or place.not_a_folder:
        return _misplaced(place)
    return _by_cause(place, cause)


def foreign(file: Path) -> CatalogueUnusable | None:
    """Return that the file is none of SQLite's, where it would write over it; see also `told`."""
    try:
        with file.open("rb") as opened:
            beginning = opened.read(_SHORTEST)
    except OSError:
        return None  # SQLite says why
    if not beginning or len(beginning) == _SHORTEST or beginning.startswith(_MAGIC):
        return None
    return _damaged(_looked_at(file), _NO_DATABASE)


def is_empty(file: Path) -> bool:
    """Tell whether a file is there and holds nothing."""
    try:
        return file.is_file() and not file.stat().st_size
    except OSError:
        return False  # SQLite says why


def emptied(file: Path) -> CatalogueUnusable:
    """Return that the file is empty though the vector index beside it has passages of a catalogue."""
    return CatalogueUnusable(
        f"The catalogue {file} is empty, but the vector index beside it holds passages of its articles: "
        f"something other than newsdesk emptied it. Nothing was changed. {cure(file)}",
        Trouble.EMPTIED,
    )


def _by_cause(place: _Place, cause: BaseException) -> CatalogueUnusable:
    if isinstance(cause, OSError):
        return _by_number(place, cause)
    code = getattr(cause, "sqlite_errorcode", None)
    # Without a code it is Python's driver that cannot make sense of what a row holds.
    made = _BY_CODE.get(code & 0xFF, _failing) if code is not None and str(cause) != _NO_FORMAT else _damaged
    if made is _failing or made is _unopened:
        made = _full if place.full else made
    return made(place, str(cause))


def _by_number(place: _Place, cause: OSError) -> CatalogueUnusable:
    if cause.errno in _FULL or place.full:
        return _full(place, "")
    if cause.errno in _NO_WRITING:
        return _read_only(place, "")
    return _failing(place, cause.strerror or str(cause))


def _damaged(place: _Place, said: str) -> CatalogueUnusable:
    what = f"is damaged ({said})"
    if said == _NO_DATABASE:
        what = "is not a database: its beginning is overwritten, or something else is in its place"
    return CatalogueUnusable(f"The catalogue {place.file} {what}. {cure(place.file)}", Trouble.DAMAGED)


def cure(file: Path) -> str:
    """Return what mends a damaged file, of which nothing is sure."""
    return (
        "`newsdesk restore FILE` puts a backup in its place; without one, move "
        f"{file.name} out of {file.parent}: newsdesk then begins an empty one."
    )


def _full(place: _Place, _said: str) -> CatalogueUnusable:
    return CatalogueUnusable(
        f"There is no room for the catalogue {place.file}: the disk, or a limit set on it, is full. "
        f"What was stored before is whole. {_elsewhere('Make room')}",
        Trouble.FULL,
    )


def _read_only(place: _Place, _said: str) -> CatalogueUnusable:
    what = place.file if place.exists and not place.writable else place.file.parent
    return CatalogueUnusable(
        f"The catalogue {place.file} cannot be changed: {what} may not be written here. "
        f"{_elsewhere('Allow that')}",
        Trouble.READ_ONLY,
    )


def _locked(place: _Place, _said: str) -> CatalogueUnusable:
    return CatalogueUnusable(
        f"The catalogue {place.file} has been locked by another program for too long. "
        "Nothing was changed: try again, or end that program.",
        Trouble.LOCKED,
    )


def _unopened(place: _Place, said: str) -> CatalogueUnusable:
    if place.closed:
        return CatalogueUnusable(
            f"The catalogue {place.file} may not be read by this account. {_elsewhere('Allow that')}",
            Trouble.OTHER,
        )
    if os.access(place.file.parent, os.W_OK | os.X_OK) and (place.writable or not place.exists):
        return _failing(place, said)
    return _read_only(place, said)


def _failing(place: _Place, said: str) -> CatalogueUnusable:
    return CatalogueUnusable(
        f"The catalogue {place.file} cannot be used ({said}): check the disk that it is on. "
        f"{_elsewhere('Mend that')}",
        Trouble.OTHER,
    )


def _misplaced(place: _Place) -> CatalogueUnusable:
    if place.is_folder:
        sentence = f"{place.file} is a folder, where the catalogue's file belongs: move it away"
    else:
        sentence = f"{place.not_a_folder} is a file, where the catalogue's folder belongs: move it away"
    return CatalogueUnusable(
        f"{sentence}, or set NEWSDESK_HOME (or DATABASE_URL, where that is set) elsewhere.", Trouble.OTHER
    )


def _elsewhere(first: str) -> str:
    return f"{first}, or set NEWSDESK_HOME (DATABASE_URL, where that names it) elsewhere."


def _looked_at(file: Path) -> _Place:
    # These say no, where `Path` raises, of what is in a folder that may not be entered.
    exists, folder = os.path.exists(file), file.parent  # noqa: PTH110
    above = next((one for one in (folder, *folder.parents) if os.path.exists(one)), folder)  # noqa: PTH110
    return _Place(
        file=file,
        is_folder=os.path.isdir(file),  # noqa: PTH112
        exists=exists,
        closed=not os.access(above, os.X_OK) or (exists and not os.access(file, os.R_OK)),
        writable=os.access(file, os.W_OK),
        not_a_folder=None if os.path.isdir(above) else above,  # noqa: PTH112
        free=_free(above),
    )


def _free(folder: Path) -> int | None:
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None


_BY_CODE: dict[int, Callable[[_Place, str], CatalogueUnusable]] = {
    sqlite3.SQLITE_CORRUPT: _damaged,
    sqlite3.SQLITE_NOTADB: _damaged,
    sqlite3.SQLITE_FULL: _full,
    sqlite3.SQLITE_READONLY: _read_only,
    sqlite3.SQLITE_PERM: _read_only,
    sqlite3.SQLITE_BUSY: _locked,
    sqlite3.SQLITE_LOCKED: _locked,
    sqlite3.SQLITE_CANTOPEN: _unopened,
    sqlite3.SQLITE_IOERR: _failing,
}
