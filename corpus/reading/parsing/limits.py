"""What one document may cost, and how a worker keeps itself to it even where nobody is left to stop it."""

from __future__ import annotations

import contextlib
import signal
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.reading.parsing.jobs import Form

_STATM = Path("/proc/self/statm")
_DATA = 5  # the field with the memory that a process has for itself, in pages
# A worker that has grown so much is replaced: it would give the next document less room.
_WORN = 100_000_000  # bytes


@dataclass(frozen=True, slots=True)
class Limits:
    """What a document may cost: `seconds` by the clock, a PDF `pdf_seconds`, and `growth` in bytes of memory.

    `start` is how many seconds a worker may take to start and import what it needs, on a busy machine.
    """

    seconds: float
    pdf_seconds: float
    growth: int
    start: float = 60

    @property
    def longest(self) -> float:
        """The most seconds that any document may take."""
        return max(self.seconds, self.pdf_seconds)

    def of(self, form: Form) -> float:
        """Return how many seconds a document of that form may take."""
        return self.pdf_seconds if form is Form.PDF else self.seconds


# What honest documents took of one core, on 2026-11-29: a page of the longest that may be added (4 MB) 5 s
# and 190 MB, a feed of 4 MB 3 s, a Word document of 1.4 MB of text 1 s, a PDF of 200 full pages 6 s, and so
# one of the longest (2 MB of text) 16 s. Other work of the bot may take half of what two cores do.
IN_DISCORD = Limits(seconds=10, pdf_seconds=40, growth=500_000_000)
# An operator's own books, of any length; whoever sits before it can press Ctrl-C.
IN_TERMINAL = Limits(seconds=300, pdf_seconds=300, growth=2_000_000_000)


def once() -> None:
    """Have this process write no file, not even of its own memory when it crashes."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - Windows has none

        for what in (resource.RLIMIT_CORE, resource.RLIMIT_FSIZE):
            resource.setrlimit(what, (0, 0))


@contextlib.contextmanager
def kept(seconds: float, growth: int) -> Iterator[None]:
    """Keep this process to the limits of one document: it is ended after them, or refused more memory.

    Windows has neither, and macOS no such limit of memory; there, whoever asked ends it in time.
    """
    if sys.platform == "win32":
        yield
        return
    import resource  # noqa: PLC0415 - Windows has none

    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    held = data()
    if held:
        resource.setrlimit(resource.RLIMIT_DATA, (held + growth, most))
    # Its signal ends a process also where its only thread never comes back from a library.
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))


def is_worn(since: int) -> bool:
    """Tell whether this process has grown much since it held so many bytes."""
    return data() - since > _WORN


def data() -> int:
    """Return how many bytes this process holds for itself, as RLIMIT_DATA counts them; 0 if unknown."""
    try:
        pages = int(_STATM.read_text(encoding="ascii").split()[_DATA])
    except OSError:
        return 0
    import resource  # noqa: PLC0415 - a machine with that file has it

    return pages * resource.getpagesize()
