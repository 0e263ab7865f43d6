"""Forks of the program: one process that has imported it, for all tests of a worker, makes them."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.commands.order import Order

_ROOT = Path(__file__).parents[2]
_PATIENCE = 120  # seconds; a busy machine takes its time
# What the forks are begun with and what nothing of the tests' own surroundings is added to.
PLAIN: Mapping[str, str] = {"PATH": os.defpath, "LANG": "C.UTF-8", "USER": "tester"}


@dataclass(frozen=True)
class Fork:
    """The program, under way."""

    number: int
    _told: socket.socket

    def ended(self) -> int:
        """Wait for its end and return its exit code."""
        try:
            return _number(self._told)
        except TimeoutError:
            os.kill(self.number, signal.SIGKILL)
            _number(self._told)
            raise


def fork(order: Order, *streams: int) -> Fork:
    """Begin the program with these as its input, output and errors."""
    _, orders = _forking()
    socket.send_fds(orders, [order.written()], streams)
    return Fork(_number(orders), orders)


@cache
def _forking() -> tuple[subprocess.Popen[bytes], socket.socket]:
    """Start what forks. It ends when this process does, which closes its side of the line."""
    ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    ours.settimeout(_PATIENCE)
    with its:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.commands.forking", str(its.fileno())],
            cwd=_ROOT,
            # A fork has none but its own thread: neither numpy's nor onnxruntime's must be missing there.
            env={**PLAIN, "OPENBLAS_NUM_THREADS": "1", "ORT_DISABLE_TELEMETRY": "1"},
            pass_fds=[its.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
    return process, ours


def _number(told: socket.socket) -> int:
    """Return the next number on the line, each in a message of its own."""
    return int(told.recv(32))
