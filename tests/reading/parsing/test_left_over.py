"""A worker knows no secret, loads nothing of the bot, and never outlives whoever started it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.project.tree import ROOT
from tests.reading.parsing.watched import ended, workers, works

# Starts a worker, has it read a page, says that it is there, and waits to be ended.
_PARENT = """
import sys
from corpus.reading.parsing.jobs import Form
from corpus.reading.parsing.limits import Limits
from corpus.reading.parsing.parsers import Parsers
from tests.reading.parsing.documents import HANGING, PAGE, job
parsers = Parsers(Limits(seconds=4, pdf_seconds=4, growth=500_000_000))
parsers.article(PAGE, job(Form.PAGE))
print("ready", flush=True)
sys.stdin.readline()
parsers.article(HANGING, job(Form.MAIL))
"""


@pytest.fixture
def parent() -> Iterator[subprocess.Popen[bytes]]:
    """A process with an idle worker, and secrets in its environment."""
    given = {**os.environ, "DISCORD_TOKEN": "very-secret", "PYTHONPATH": str(ROOT)}  # noqa: TID251 - a child's
    with subprocess.Popen(
        [sys.executable, "-c", _PARENT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=given, cwd=ROOT
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        yield process
        process.kill()


def test_a_worker_is_given_no_secret_and_ends_with_whoever_is_killed(parent: subprocess.Popen[bytes]) -> None:
    (worker,) = workers(parent.pid)
    assert b"very-secret" in Path(f"/proc/{parent.pid}/environ").read_bytes()
    assert b"very-secret" not in Path(f"/proc/{worker}/environ").read_bytes()
    parent.kill()
    assert ended(worker)


@pytest.mark.torture
def test_a_worker_that_hangs_ends_by_itself_after_whoever_started_it_is_killed(
    parent: subprocess.Popen[bytes],
) -> None:
    (worker,) = workers(parent.pid)
    assert parent.stdin is not None
    parent.stdin.write(b"\n")
    parent.stdin.flush()
    works(worker)
    parent.kill()
    assert ended(worker)


def test_a_worker_loads_no_model_and_nothing_of_the_bot() -> None:
    heavy = "onnxruntime chromadb discord sqlalchemy tokenizers torch httpx typer bot retrieval"
    asked = (
        "import sys; import corpus.reading.parsing.worker as worker; worker.load(); "
        f"print(sorted(set({heavy.split()}) & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", asked], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout.strip() == "[]"
