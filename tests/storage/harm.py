"""What can become of a catalogue's file and of its folder: each way is one function, or a place to be."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

Damage = Callable[[Path], None]
_PAGE = 4096
MOUNTS = pytest.mark.skipif(os.getuid() != 0, reason="only root may mount a disk for a test")


def overwrite_the_header(file: Path) -> None:
    file.write_bytes(b"\xff" * 100 + file.read_bytes()[100:])


def overwrite_a_page_with(file: Path, words: bytes) -> None:
    """Overwrite the first page that has those words whole."""
    written = file.read_bytes()
    page = written.index(words) // _PAGE * _PAGE
    file.write_bytes(written[:page] + b"\xff" * _PAGE + written[page + _PAGE :])


def cut_in_half(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def put_a_letter_there(file: Path) -> None:
    file.write_text("Dit is een brief en geen database. " * 100)


def put_a_word_there(file: Path) -> None:
    file.write_text("brief")


def empty(file: Path) -> None:
    file.write_bytes(b"")


def put_a_folder_there(file: Path) -> None:
    file.unlink()
    file.mkdir()


def put_a_file_for_the_home(file: Path) -> None:
    shutil.rmtree(file.parent)
    file.parent.write_text("Dit is geen map.")


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Let nobody, not even root, write into a folder."""
    _run("mount", "--bind", str(folder), str(folder))
    try:
        _run("mount", "-o", "remount,ro,bind", str(folder))
        yield
    finally:
        _run("umount", "--lazy", str(folder))


@contextmanager
def small_disk(folder: Path, size: int) -> Iterator[None]:
    """Put a disk of so many bytes where an empty folder is."""
    _run("mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder))
    try:
        yield
    finally:
        _run("umount", "--lazy", str(folder))


def fill(folder: Path, left: int = 0) -> Path:
    """Fill the disk of a folder but for about so many bytes; return the file that does."""
    filling = folder / "filling"
    free = shutil.disk_usage(folder).free - left
    with filling.open("wb", buffering=0) as file:
        while free > 0:
            try:
                free -= file.write(bytes(min(free, _PAGE)))
            except OSError:
                break
    return filling


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)
