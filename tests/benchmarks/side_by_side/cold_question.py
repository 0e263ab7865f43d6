"""What a cold question to newsdesk is made of, beside `import chromadb`."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from statistics import median

from tests.benchmarks.side_by_side.rivals import ROOT, Rival


def cold_question(rival: Rival, home: Path, question: str, rounds: int) -> dict[str, float]:
    """Ask a newsdesk from the shell and import Chroma, in turn; return medians of seconds and of shares."""
    ask, environment = rival.cold(home, question)
    chroma = [sys.executable, "-c", "import chromadb"]
    _run(ask, environment)
    pairs = [(_run(ask, environment)[0], _run(chroma, environment)[0]) for _ in range(rounds)]
    answering = [json.loads(_run(ask, environment)[1].stdout)["milliseconds"] for _ in range(rounds)]
    return {
        "cold ask, s": median(asked for asked, _ in pairs),
        "of it answering, the model loaded, s": median(answering) / 1000,
        "import chromadb, s": median(imported for _, imported in pairs),
        "cold ask / import chromadb, pair by pair": median(asked / imported for asked, imported in pairs),
        "share of the ask that is importing": median(_importing(ask, environment) for _ in range(rounds)),
    }


def _run(
    command: list[str], environment: Mapping[str, str]
) -> tuple[float, subprocess.CompletedProcess[str]]:
    started = time.perf_counter()
    done = subprocess.run(command, env=environment, check=False, capture_output=True, text=True, cwd=ROOT)
    return time.perf_counter() - started, done


def _importing(command: list[str], environment: Mapping[str, str]) -> float:
    """Return the time that Python's own account gives to imports, as a share of the whole run."""
    seconds, done = _run([command[0], "-X", "importtime", *command[1:]], environment)
    alone = re.findall(r"^import time:\s+(\d+) \|", done.stderr, re.MULTILINE)
    return sum(map(int, alone)) / 1e6 / seconds
