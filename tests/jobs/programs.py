"""Workers and bots as programs, on stores and a news site that a test has."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.project.tree import ROOT
from tests.reading.loopback import Site

PATIENCE = 60


def started(which: str, home: Path, site: Site, **settings: str) -> subprocess.Popen[bytes]:
    """Start a worker or a bot that may read the site; its log goes to `WHICH.log` in the home."""
    own = {"NEWSDESK_HOME": str(home), "EMBEDDING_THREADS": "1"}
    environment = {**os.environ, **own, **settings}  # noqa: TID251 - the program's own environment
    command = [sys.executable, "-W", "ignore", "-m", "tests.jobs.worker_process", which]
    with (home / f"{which}.log").open("ab") as log:
        return subprocess.Popen(
            [*command, str(site.server.server_port)], cwd=ROOT, env=environment, stdout=log, stderr=log
        )


@contextlib.contextmanager
def running(which: str, home: Path, site: Site, **settings: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run one until SIGTERM ends it in peace, unless it was killed before."""
    program = started(which, home, site, **settings)
    try:
        yield program
        if program.poll() is None:
            program.send_signal(signal.SIGTERM)
            assert program.wait(PATIENCE) == 0
    finally:
        program.kill()
        program.wait()


def until(so: Callable[[], object], patience: float = PATIENCE) -> None:
    """Wait until something is so."""
    ends = time.monotonic() + patience
    while not so():
        assert time.monotonic() < ends, "it does not come to that"
        time.sleep(0.1)
