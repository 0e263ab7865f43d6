"""The program itself, in a process of its own, and on a terminal."""

from __future__ import annotations

import json
import os
import pty
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tests.commands.forks import PLAIN, fork
from tests.commands.order import Order

_PIPE = 1 << 16  # bytes


@dataclass(frozen=True)
class Ended:
    """How a program ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        return json.loads(self.out)


@dataclass(frozen=True)
class Newsdesk:
    """`newsdesk` with a home of its own."""

    home: Path

    def __call__(self, *said: str, stdin: str = "", **settings: str) -> Ended:
        (given, typed), (heard, out), (complained, errors) = (os.pipe() for _ in range(3))
        _write(typed, stdin.encode())
        encoding = settings.get("PYTHONIOENCODING", "utf-8")
        with ThreadPoolExecutor(2) as beside:
            running = fork(self._order(said, settings), given, out, errors)
            for end in (given, out, errors):
                os.close(end)
            told = [beside.submit(_all, end) for end in (heard, complained)]
            code = running.ended()
        return Ended(code, *(one.result().decode(encoding) for one in told))

    def interrupted(self, event: str, *said: str, stdin: str = "") -> Ended:
        """Run it and press Ctrl-C at one of Python's audit events."""
        (given, typed), (heard, out) = (os.pipe() for _ in range(2))
        _write(typed, stdin.encode())
        order = replace(self._order(said, {}), interrupted_at=event)
        with ThreadPoolExecutor(1) as beside:
            running = fork(order, given, out, out)
            for end in (given, out):
                os.close(end)
            told = beside.submit(_all, heard)
            code = running.ended()
        return Ended(code, told.result().decode(), "")

    def printing_to(self, output: Path | None, *said: str, stdin: str = "") -> Ended:
        """Run it with its output going to a file, or closed."""
        (given, typed), (complained, errors) = (os.pipe() for _ in range(2))
        _write(typed, stdin.encode())
        out = os.open(output or os.devnull, os.O_WRONLY)
        order = replace(self._order(said, {}), output_closed=output is None)
        with ThreadPoolExecutor(1) as beside:
            running = fork(order, given, out, errors)
            for end in (given, out, errors):
                os.close(end)
            told = beside.submit(_all, complained)
            code = running.ended()
        return Ended(code, "", told.result().decode())

    def on_a_terminal(self, *said: str, columns: int = 80, types: str = "") -> str:
        """Run it on a terminal of that width, where somebody types, and return what the terminal was sent."""
        ours, its = pty.openpty()
        os.write(ours, types.encode())
        settings = {"COLUMNS": str(columns), "LINES": "24", "TERM": "xterm-256color"}
        running = fork(self._order(said, settings), its, its, its)
        os.close(its)
        sent = b"".join(iter(lambda: _read(ours), b""))
        running.ended()
        os.close(ours)
        return sent.decode().replace("\r\n", "\n")

    def _order(self, said: Sequence[str], settings: dict[str, str]) -> Order:
        home = str(self.home)
        plain = {**PLAIN, "HOME": home, "NEWSDESK_HOME": home, "EMBEDDING_THREADS": "1"}
        return Order(list(said), home, {**plain, **settings})


def _write(stream: int, typed: bytes) -> None:
    """Write what a pipe holds without anybody reading it yet."""
    with os.fdopen(stream, "wb") as pipe:
        assert len(typed) <= _PIPE
        pipe.write(typed)


def _all(stream: int) -> bytes:
    with os.fdopen(stream, "rb") as pipe:
        return pipe.read()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux says that the program has closed its end
        return b""
