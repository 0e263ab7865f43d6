"""The program itself, in a process of its own, and on a terminal."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_PATIENCE = 120  # seconds; a busy machine takes its time


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
        ended = subprocess.run(
            [sys.executable, "-m", "bot", *said],
            input=stdin.encode(),
            capture_output=True,
            check=False,
            cwd=self.home,
            env=self._environment(settings),
            timeout=_PATIENCE,
        )
        return Ended(ended.returncode, ended.stdout.decode(), ended.stderr.decode())

    def on_a_terminal(self, *said: str, columns: int = 80, types: str = "") -> str:
        """Run it on a terminal of that width, where somebody types, and return what the terminal was sent."""
        ours, its = pty.openpty()
        os.write(ours, types.encode())
        with subprocess.Popen(
            [sys.executable, "-m", "bot", *said],
            stdin=its,
            stdout=its,
            stderr=its,
            cwd=self.home,
            env=self._environment({"COLUMNS": str(columns), "LINES": "24", "TERM": "xterm-256color"}),
        ) as process:
            os.close(its)
            sent = b"".join(iter(lambda: _read(ours), b""))
            process.wait(_PATIENCE)
        os.close(ours)
        return sent.decode().replace("\r\n", "\n")

    def _environment(self, settings: dict[str, str]) -> dict[str, str]:
        plain = {"PATH": os.defpath, "HOME": str(self.home), "LANG": "C.UTF-8", "USER": "tester"}
        return {**plain, "NEWSDESK_HOME": str(self.home), "EMBEDDING_THREADS": "1", **settings}


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux says that the program has closed its end
        return b""
