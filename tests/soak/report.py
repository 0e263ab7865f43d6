"""A soak as a table for people and as JSON for whoever draws it."""

from __future__ import annotations

import dataclasses
import datetime
import json
import sys
from collections.abc import Sequence

from tests.benchmarks.processor import processor
from tests.soak.gauges import Reading
from tests.soak.soaking import Plan
from tests.soak.verdict import Promise, Soaked


def write(plan: Plan, seen: Soaked, promises: Sequence[Promise], readings: Sequence[Reading]) -> None:
    """Print the table, and keep it with every reading where the plan has a folder for that."""
    table = _table(plan, promises)
    sys.stdout.write(table)
    for one in [*seen.unanswered, *seen.broken, *seen.errors][:50]:
        sys.stderr.write(f"{one}\n")
    if plan.out is not None:
        (plan.out / "soak.md").write_text(table, encoding="utf-8")
        rows = [dataclasses.asdict(one) for one in readings]
        (plan.out / "soak.json").write_text(json.dumps(rows, indent=1), encoding="utf-8")


def _table(plan: Plan, promises: Sequence[Promise]) -> str:
    day = datetime.datetime.now(datetime.UTC).date()
    rows = [f"| {one.what} | {one.figure} | {'kept' if one.kept else '**broken**'} |" for one in promises]
    head = f"{day}, {plan.seconds / 60:g} minutes, {plan.guilds} servers; {processor()}"
    return "\n".join([head, "", "| promise | figure | |", "|---|---|---|", *rows, ""])
