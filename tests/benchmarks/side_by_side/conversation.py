"""The runner's side of a conversation with a contestant's process, which is measured from outside."""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
import threading
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.benchmarks.side_by_side.rivals import ROOT, Rival, environment

_PEAK = re.compile(r"^VmHWM:\s+(\d+) kB$", re.MULTILINE)
PATIENCE = 3 * 3600.0  # seconds: twice what the slowest peer takes to add 100,000 passages
_TOLD = 300  # characters of what a process said on standard error, from its end


class PeerFailed(Exception):
    """A contestant could not do what was asked of it; the sentence says why."""


class Conversation:
    """A contestant's process with its store in a folder; it ends with the `with`."""

    def __init__(self, rival: Rival, folder: Path, patience: float = PATIENCE) -> None:
        """Take who talks, the folder of its store, and how many seconds a reply may take."""
        self._rival = rival
        self._patience = patience
        self._hung = threading.Event()
        self._errors = tempfile.TemporaryFile("w+", errors="replace")  # noqa: SIM115 - closed at the end
        self._process = subprocess.Popen(
            rival.command(folder),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            env=environment(folder),
            cwd=ROOT,
            text=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.communicate()
        self._errors.close()

    def say(self, do: str, **more: Any) -> dict[str, Any]:
        """Ask for something and return what is told.

        Raises:
            PeerFailed: it could not be done.
        """
        assert self._process.stdin
        assert self._process.stdout
        hanging = threading.Timer(self._patience, self._end)
        hanging.start()
        try:
            print(json.dumps({"do": do, **more}), file=self._process.stdin, flush=True)
            line = self._process.stdout.readline()
        except BrokenPipeError:
            line = ""
        finally:
            hanging.cancel()
        if not line and self._hung.is_set():
            raise PeerFailed(f"{self._rival.title} did not {do} within {self._patience:,.0f} seconds.")
        if not line:
            raise PeerFailed(f"{self._rival.title} ended: {self._last_said()}")
        told: dict[str, Any] = json.loads(line)
        if "error" in told:
            raise PeerFailed(f"{self._rival.title} failed to {do}: {told['error'][-_TOLD:]}")
        return told

    def peak(self) -> float | None:
        """Return the most memory that the process held so far, in MB; None where the system does not tell."""
        status = Path(f"/proc/{self._process.pid}/status")
        found = _PEAK.search(status.read_text(encoding="utf-8")) if status.exists() else None
        return int(found[1]) / 1024 if found else None

    def _end(self) -> None:
        self._hung.set()
        self._process.kill()

    def _last_said(self) -> str:
        self._process.wait()
        self._errors.seek(0)
        return " ".join(self._errors.read().split())[-_TOLD:]
