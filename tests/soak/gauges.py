"""What the bot's process holds at a moment, as Linux counts it: memory, threads, sockets, files, children."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_POOL = "sqlx-sqlite"  # as the library that Chroma uses names its threads


@dataclass(frozen=True, slots=True)
class Reading:
    """One look at a process: `seconds` since the soak began, megabytes resident in it, and in its children.

    What they share with others counts whole: a share of it would change with what else runs on the machine.
    `threads` are all but those of Chroma's `pool`, which has one for each of its connections to SQLite, opens
    another where all are taken, and keeps it.
    """

    seconds: float
    own: float
    parsing: float
    threads: int
    pool: int
    sockets: int
    files: int
    children: int

    @property
    def megabytes(self) -> float:
        """What it and its children hold."""
        return self.own + self.parsing


def read(process: int, seconds: float) -> Reading:
    """Look at a process and those it started.

    Raises:
        OSError: it is gone, or this is not Linux.
    """
    descriptors = [_target(one) for one in Path(f"/proc/{process}/fd").iterdir()]
    children = _children(process)
    threads = [_name(one) for one in Path(f"/proc/{process}/task").iterdir()]
    pool = sum(one.startswith(_POOL) for one in threads)
    return Reading(
        seconds=seconds,
        own=_megabytes(process),
        parsing=sum(map(_megabytes, children)),
        threads=len(threads) - pool,
        pool=pool,
        sockets=sum(one.startswith("socket:") for one in descriptors),
        files=len(descriptors),
        children=len(children),
    )


def _name(thread: Path) -> str:
    try:
        return (thread / "comm").read_text()
    except (FileNotFoundError, ProcessLookupError):  # ended meanwhile
        return ""


def _target(descriptor: Path) -> str:
    try:
        return str(descriptor.readlink())
    except FileNotFoundError:  # closed meanwhile
        return ""


def _children(process: int) -> list[int]:
    """Return the processes below this one, those of its children too."""
    told = [path.read_text() for path in Path(f"/proc/{process}/task").glob("*/children")]
    own = [int(number) for line in told for number in line.split()]
    return [one for child in own for one in (child, *_below(child))]


def _below(process: int) -> list[int]:
    try:
        return _children(process)
    except FileNotFoundError:
        return []


def _megabytes(process: int) -> float:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return next(int(line.split()[1]) for line in lines if line.startswith("Rss:")) / 1024
