"""The file of a backup: a ZIP archive of a manifest and the catalogue, written and read piece by piece."""

from __future__ import annotations

import errno
import hashlib
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from corpus.catalogue.backups import manifest
from corpus.catalogue.backups.manifest import Manifest
from corpus.errors import BackupUnusable

_CATALOGUE = "catalogue.db"
_MANIFEST = "manifest.json"
_LONGEST_MANIFEST = 1_000_000
_PIECE = 1 << 20
_LEVEL = 1  # text shrinks to a third and vectors hardly at any level, so the quickest
# What zipfile raises for archives that are none, cut off or altered.
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, RuntimeError, struct.error,
    ValueError,
)  # fmt: skip

Tell = Callable[[int], object]


def digest(file: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal digits."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def pack(catalogue: Path, described: Manifest, target: Path, tell: Tell) -> None:
    """Write a backup into the file `target`; `tell` is given the bytes of each piece.

    Raises:
        OSError: there is no room, or no right to.
    """
    target.touch(mode=0o600, exist_ok=False)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        archive.writestr(_MANIFEST, manifest.written(described))
        with catalogue.open("rb") as whole, archive.open(_CATALOGUE, "w", force_zip64=True) as packed:
            while piece := whole.read(_PIECE):
                packed.write(piece)
                tell(len(piece))


def _unusable(error: Exception, sentence: str) -> Exception:
    """Return what is to be raised: a disk that does not work is no damage of the archive."""
    disk_fails = isinstance(error, OSError) and error.errno != errno.EINVAL  # a place before the beginning
    return error if disk_fails else BackupUnusable(sentence)


def described(file: BinaryIO) -> Manifest:
    """Return the manifest of a backup.

    Raises:
        BackupUnusable: it is none, or of a newer newsdesk; the message does not name the file.
    """
    try:
        with zipfile.ZipFile(file) as archive, archive.open(_MANIFEST) as opened:
            document = opened.read(_LONGEST_MANIFEST).decode()
    except (*_DAMAGE, OSError) as error:
        raise _unusable(error, "It is no backup of newsdesk, or not whole.") from error
    return manifest.read(document)


def unpack(file: BinaryIO, target: Path, tell: Tell) -> Manifest:
    """Write the catalogue of a backup into the file `target`, checked by size and checksum.

    Raises:
        BackupUnusable: it is none, damaged, or of a newer newsdesk; the message does not name the file.
        OSError: there is no room, or the disk does not give it.
    """
    said = described(file)
    target.touch(mode=0o600, exist_ok=False)
    taken, size = hashlib.sha256(), 0
    try:
        with zipfile.ZipFile(file) as archive, archive.open(_CATALOGUE) as packed, target.open("wb") as whole:
            # No more than was promised: a few bytes of an archive can unpack to a full disk.
            while size <= said.bytes and (piece := packed.read(_PIECE)):
                whole.write(piece)
                taken.update(piece)
                size += len(piece)
                tell(len(piece))
    except (*_DAMAGE, OSError) as error:
        raise _unusable(error, "It is damaged: what is in it does not unpack.") from error
    if (size, taken.hexdigest()) != (said.bytes, said.sha256):
        raise BackupUnusable("It is damaged: its checksum is another.")
    return said
