"""Ctrl-C: the program ends with exit code 130, in silence, whatever it is in the middle of."""

from __future__ import annotations

import contextlib
import os
import signal
import sys

# Every module that is imported here is a moment more in which Python answers Ctrl-C itself.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType
    from typing import NoReturn

INTERRUPTED = 130  # 128 and the number of the signal, as shells count


class Interruption:
    """Whether somebody has pressed Ctrl-C, and what it does then."""

    def __init__(self) -> None:
        self.came = False

    def end_at_once(self) -> None:
        """From now on it ends the program on the spot: while it starts there is nothing to put in order."""
        _on_interrupt(_leave)

    def unwind(self) -> None:
        """From now on it ends what is under way, which puts things in order; a second one does not wait."""
        _on_interrupt(self._raise)

    def leave(self) -> NoReturn:
        """End the program as interrupted, without waiting for what libraries still have under way."""
        _leave()

    def _raise(self, _signal: int, _frame: FrameType | None) -> None:
        self.came = True
        _on_interrupt(_leave)
        # What it breaks off in a library's callback cannot be raised and would be printed.
        sys.unraisablehook = lambda _: None
        raise KeyboardInterrupt


def _on_interrupt(act: Callable[[int, FrameType | None], object]) -> None:
    # Where whoever began the program wants no interrupts, it stays so.
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, act)


def _leave(_signal: int = signal.SIGINT, _frame: FrameType | None = None) -> NoReturn:
    # What was printed before is the caller's; a stream that is being written this moment is let be.
    with contextlib.suppress(Exception):
        sys.stdout.flush()
    os._exit(INTERRUPTED)
