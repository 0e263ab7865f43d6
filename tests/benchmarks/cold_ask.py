"""How long a cold `newsdesk ask` on 1,000 passages takes, beside `import chromadb`.

Run with `make bench`. Absolute times are of the processor that is named, and say little where others use
it too; the ratios are of runs taken in turn.
"""

from __future__ import annotations

import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.processor import processor

RUNS = 7
ARTICLES = 432  # which give about 1,000 passages
QUESTION = "how much is Russia's signing bonus?"
_SAMPLES = Path(__file__).parents[2] / "corpus" / "samples"


def main() -> None:
    """Measure and print one table."""
    with tempfile.TemporaryDirectory() as home:
        own = {"NEWSDESK_HOME": home, "DATABASE_URL": ""}
        environment = {**os.environ, **own}  # noqa: TID251 - the program's
        passages = _filled(Path(home), environment)
        ask = [sys.executable, "-m", "bot", "ask", QUESTION, "--json"]
        chroma = [sys.executable, "-c", "import chromadb"]
        _seconds(ask, environment)
        pairs = [(_seconds(ask, environment), _seconds(chroma, environment)) for _ in range(RUNS)]
        answering = statistics.median(_answering(ask, environment) for _ in range(RUNS))
        importing = statistics.median(_import_share(ask, environment) for _ in range(3))
    asked = statistics.median(pair[0] for pair in pairs)
    imported = statistics.median(pair[1] for pair in pairs)
    ratio = statistics.median(pair[0] / pair[1] for pair in pairs)
    print(f"processor                              {processor()}")  # noqa: T201 - a report
    print(f"passages                               {passages}")  # noqa: T201
    print(f"cold ask, median of {RUNS}                  {asked:.2f} s")  # noqa: T201
    print(f"of it answering, as it tells itself    {answering:.2f} s")  # noqa: T201
    print(f"import chromadb, median of {RUNS}           {imported:.2f} s")  # noqa: T201
    print(f"cold ask / import chromadb, pair by pair {ratio:.2f}")  # noqa: T201
    print(f"share of the ask that is importing     {importing:.0%}")  # noqa: T201


def _filled(home: Path, environment: dict[str, str]) -> int:
    """Add the sample articles under so many addresses, told apart by number, as give 1,000 passages."""
    texts = [path.read_text(encoding="utf-8").partition("\n\n")[2] for path in sorted(_SAMPLES.glob("*.md"))]
    articles = home / "articles.jsonl"
    with articles.open("w", encoding="utf-8") as file:
        for number in range(ARTICLES):
            text = f"Edition {number}.\n\n{texts[number % len(texts)]}"
            file.write(json.dumps({"url": f"https://example.org/{number}", "text": text}) + "\n")
    add = [sys.executable, "-m", "bot", "add", str(articles), "--json"]
    added = subprocess.run(add, env=environment, check=True, capture_output=True, text=True).stdout
    return sum(int(one["passages"]) for one in json.loads(added)["articles"])


def _seconds(command: list[str], environment: dict[str, str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, env=environment, check=False, capture_output=True)
    return time.perf_counter() - started


def _answering(command: list[str], environment: dict[str, str]) -> float:
    """Return the seconds from the question to the answer, the model loaded."""
    told = subprocess.run(command, env=environment, check=False, capture_output=True, text=True).stdout
    return float(json.loads(told)["milliseconds"]) / 1000


def _import_share(command: list[str], environment: dict[str, str]) -> float:
    """Return the time that Python's own account gives to imports, as a share of the whole run."""
    started = time.perf_counter()
    timed = [command[0], "-X", "importtime", *command[1:]]
    lines = subprocess.run(timed, env=environment, check=False, capture_output=True, text=True).stderr
    whole = time.perf_counter() - started
    alone = re.findall(r"^import time:\s+(\d+) \|", lines, re.MULTILINE)
    return sum(map(int, alone)) / 1e6 / whole


if __name__ == "__main__":
    main()
