"""The workers that a process has started, and waiting until one works or has ended."""

from __future__ import annotations

import os
import select
from pathlib import Path


def workers(parent: int) -> list[int]:
    """Return the numbers of the processes that parse for a process."""
    started = [
        int(child)
        for children in Path(f"/proc/{parent}/task").glob("*/children")
        for child in children.read_text(encoding="ascii").split()
    ]
    return [pid for pid in started if b"parsing.worker" in Path(f"/proc/{pid}/cmdline").read_bytes()]


def works(pid: int, ticks: int = 20) -> None:
    """Wait until a process has used its processor for so many ticks, of which a second has a hundred."""
    enough = _ticks(pid) + ticks
    while _ticks(pid) < enough:
        os.sched_yield()


def _ticks(pid: int) -> int:
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def ended(pid: int, seconds: float = 30) -> bool:
    """Wait for a process, which need not be ours, to end; false if it has not within so many seconds."""
    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([handle], [], [], seconds)[0])
    finally:
        os.close(handle)
