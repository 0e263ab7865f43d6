"""What becomes of adding, searching, opening and reindexing with many passages, up to a million.

    python -m tests.benchmarks.a_million --home FOLDER --passages 1000000 [--seconds 170]
    python -m tests.benchmarks.a_million --home FOLDER measure

The first fills a newsdesk by rule and its Chroma with it, and goes on where it was left; with `--seconds` it
leaves off after so many. The second measures what is there. Texts and vectors are made by rule (see `rule`):
figures of adding hold no embedding, and nothing is said here of what is found. Each writes into
`FOLDER/figures.json`.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from typing import Any

from bot.assembly import Desk
from bot.settings import settings_from
from tests.benchmarks.a_million import measuring
from tests.benchmarks.a_million.filling import BATCH, fill, held
from tests.benchmarks.a_million.rule import MadeEmbedder
from tests.benchmarks.processor import processor


def main() -> None:
    """Fill or measure."""
    told = argparse.ArgumentParser()
    told.add_argument("--home", type=Path, required=True)
    told.add_argument("--passages", type=int, default=10_000)
    told.add_argument("--seconds", type=float, default=float("inf"))
    told.add_argument("what", nargs="?", choices=["fill", "measure"], default="fill")
    chosen = told.parse_args()
    until = time.monotonic() + chosen.seconds
    desk = desk_in(chosen.home)
    try:
        if chosen.what == "fill":
            _fill(desk, chosen.home, chosen.passages, until)
        else:
            for name in ("opened", "searched", "added"):
                note(chosen.home, name, getattr(measuring, name)(desk))
            note(chosen.home, "disk", measuring.disk(chosen.home))
    finally:
        desk.close()


def desk_in(home: Path) -> Desk:
    """Return the newsdesk of a home, as the bot has it, with vectors by rule."""
    desk = Desk(settings_from({"NEWSDESK_HOME": str(home), "DATABASE_URL": ""}), long_running=True)
    desk.embedder = MadeEmbedder()
    return desk


def _fill(desk: Desk, home: Path, wanted: int, until: float) -> None:
    while (there := held(desk.catalogue)) < wanted and time.monotonic() < until:
        count = min(BATCH, wanted - there)
        took = fill(desk.catalogue, desk.embedder, there, count)
        note(home, "filled", {"passages": there + count, "catalogue, s": round(took, 2)})


def note(home: Path, name: str, figures: dict[str, Any]) -> None:
    """Add figures to those of a home, and print them."""
    file = home / "figures.json"
    every: dict[str, Any] = json.loads(file.read_text()) if file.exists() else {}
    every["processor"] = processor()
    every.setdefault(name, []).append(figures)
    file.write_text(json.dumps(every, indent=1))
    print(json.dumps(figures), flush=True)  # noqa: T201 - a report


if __name__ == "__main__":
    main()
