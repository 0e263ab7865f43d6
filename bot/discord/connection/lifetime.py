"""One run of the bot, and whether another one is over."""

from __future__ import annotations

import datetime
import os
import secrets
import socket
from collections.abc import Callable
from dataclasses import dataclass

# Of a run on another machine nobody here knows whether it lives: after this long no request is worked on.
SURELY_OVER = datetime.timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Run:
    """A process of a machine, and a name that no other run of that process has."""

    machine: str
    process: int
    name: str

    def __str__(self) -> str:
        """Return it in words that `run_of` reads."""
        return f"{self.name}:{self.process}:{self.machine}"


def this_run() -> Run:
    """Return a new run in this process."""
    return Run(socket.gethostname(), os.getpid(), secrets.token_hex(6))


def run_of(written: str) -> Run:
    """Return the run that was written down."""
    name, process, machine = written.split(":", 2)
    return Run(machine, int(process), name)


def is_over(run: Run, here: Run, age: datetime.timedelta, alive: Callable[[int], bool | None]) -> bool:
    """Say whether another run has ended.

    Args:
        run: the other.
        here: this one.
        age: how long ago it began what it has not ended.
        alive: says of a process of this machine whether it lives; None where that cannot be known.
    """
    if run == here:
        return False
    if run.machine == here.machine:
        # One process has one run at a time, and numbers of processes come again.
        living = False if run.process == here.process else alive(run.process)
        if living is not None:
            return not living
    return age > SURELY_OVER


def lives(process: int) -> bool | None:
    """Say whether a process of this machine lives; None where asking might harm it."""
    if os.name == "nt":
        return None
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
