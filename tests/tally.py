"""What `make torture` counted, kept until `python -m tests.tally` writes it into the documents.

A test notes rows under the name of a table; the same row of a later run takes its place. A document has a
table between `<!-- tally NAME -->` and `<!-- /tally -->`.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from pathlib import Path

from filelock import FileLock

from tests.benchmarks.processor import processor
from tests.marked import placed

_ROOT = Path(__file__).parents[1]
_KEPT = _ROOT / "build" / "tally"
_Row = dict[str, str | int | float]


def note(table: str, named: Mapping[str, str], figures: Mapping[str, float], folder: Path = _KEPT) -> None:
    """Keep a row: what it is of, such as an act, and what was counted."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{table}.json"
    with FileLock(f"{file}.lock"):
        kept: list[_Row] = json.loads(file.read_text()) if file.exists() else []
        others = [row for row in kept if any(row.get(name) != value for name, value in named.items())]
        day = datetime.datetime.now(datetime.UTC).date().isoformat()
        row: _Row = {**named, **figures, "date": day, "on": processor()}
        file.write_text(json.dumps([*others, row], indent=1))


def written(document: str, folder: Path = _KEPT) -> str:
    """Return a document with the tables that were counted since; others stay as they are."""

    def table(name: str) -> str | None:
        file = folder / f"{name}.json"
        return _table(json.loads(file.read_text())) if file.exists() else None

    return placed(document, "tally", table)


def _table(rows: list[_Row]) -> str:
    """Write rows as Markdown, their sum where there are several, and when and on what they were counted."""
    names = [name for name in rows[0] if name not in ("date", "on")]
    rows = sorted(rows, key=lambda row: [each for name in names if isinstance(each := row.get(name), str)])
    lines = [[_shown(row.get(name, "")) for name in names] for row in rows]
    if len(rows) > 1:
        lines.append([_sum(name, [row.get(name, "") for row in rows]) for name in names])
    days = sorted({str(row["date"]) for row in rows})
    when = days[0] if len(days) == 1 else f"{days[0]} to {days[-1]}"
    machines = " and ".join(sorted({str(row["on"]) for row in rows}))
    sides = ["---" if isinstance(rows[0][name], str) else "---:" for name in names]
    drawn = "\n".join(f"| {' | '.join(line)} |" for line in (names, sides, *lines))
    return f"{drawn}\n\n{when}, {machines}."


def _sum(name: str, values: list[str | int | float]) -> str:
    numbers = [value for value in values if not isinstance(value, str)]
    if not numbers:
        return ""
    return f"**{_shown(max(numbers) if name.startswith('longest') else sum(numbers))}**"


def _shown(value: str | float) -> str:
    return f"{value:,.1f}" if isinstance(value, float) else f"{value:,}" if isinstance(value, int) else value


if __name__ == "__main__":
    for path in sorted(_ROOT.glob("docs/*.md")):
        document = path.read_text(encoding="utf-8")
        if (counted := written(document)) != document:
            path.write_text(counted, encoding="utf-8")
