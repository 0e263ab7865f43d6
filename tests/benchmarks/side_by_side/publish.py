"""Writes the tables and plots of the last `make bench` into docs/: `make figures`."""

from __future__ import annotations

import json
from pathlib import Path

from tests.benchmarks.side_by_side.plots import plots
from tests.benchmarks.side_by_side.rivals import ROOT
from tests.benchmarks.side_by_side.tables import page, tables
from tests.marked import placed

KEPT = ROOT / "build" / "bench" / "bench.json"


def publish(kept: Path, docs: Path) -> None:
    """Put the tables between their marks on the page of that kind of processor, and the plots beside it."""
    told = json.loads(kept.read_text(encoding="utf-8"))
    file, beside = docs / f"{page(told)}.md", docs / page(told)
    document = file.read_text(encoding="utf-8")
    file.write_text(placed(document, "bench", tables(told).get), encoding="utf-8")
    if told["sizes"]:
        beside.mkdir(exist_ok=True)
        for name, plot in plots(told["sizes"]).items():
            (beside / f"{name}.svg").write_text(plot, encoding="utf-8")


if __name__ == "__main__":
    publish(KEPT, ROOT / "docs")
