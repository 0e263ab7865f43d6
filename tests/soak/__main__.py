"""A soak: the bot serves fifty busy servers for an hour, and must be as well at its end as after ten minutes.

`make soak`, or `python -m tests.soak --minutes 5 --out FOLDER` to try it. The bot runs in a process of its
own, as `newsdesk bot` does; people, servers, the lines that break and the newspaper are in this one. It
prints a table, writes it to FOLDER with every reading, and ends with exit code 1 where a promise was broken.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import sys
import tempfile
from pathlib import Path

from tests.soak.report import write
from tests.soak.soaking import Plan, soak
from tests.soak.verdict import judged


def main() -> int:
    """Soak, tell, and say by the exit code whether every promise was kept."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--guilds", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=None, help="a folder for the table and the readings")
    chosen = parser.parse_args()
    with contextlib.ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="newsdesk-soak-")))
        plan = Plan(home, chosen.minutes * 60, chosen.guilds, chosen.seed, chosen.out)
        seen, readings = asyncio.run(soak(plan))
    promises = judged(seen)
    write(plan, seen, promises, readings)
    return 0 if all(one.kept for one in promises) else 1


if __name__ == "__main__":
    sys.exit(main())
