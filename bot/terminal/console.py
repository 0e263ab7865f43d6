"""The two consoles: results go to standard output, notices to standard error."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text


@cache
def output() -> Console:
    """Return standard output; nothing in a pipe is wrapped or coloured."""
    console = Console(highlight=False, markup=False, emoji=False)
    if not console.is_terminal:
        console.soft_wrap = True
    return console


@cache
def notices() -> Console:
    """Return standard error, for progress and notices."""
    return Console(stderr=True, highlight=False, markup=False, emoji=False)


def print_json(document: Mapping[str, Any]) -> None:
    """Print one JSON document to standard output."""
    print(json.dumps(document, ensure_ascii=False, indent=2))  # noqa: T201 - this is the output


def print_table(columns: Sequence[str], rows: Sequence[Sequence[str]], ratios: Sequence[int]) -> None:
    """Print a table, wrapped to the terminal's width; in a pipe one line a row, parted by tabs.

    A column with ratio 0 is as wide as it needs to be; the others share what is left.
    """
    console = output()
    if not console.is_terminal:
        for row in [columns, *rows]:
            console.print("\t".join(" ".join(cell.split()) for cell in row))
        return
    table = Table(box=None, header_style="bold", pad_edge=False, expand=any(ratios))
    for name, ratio in zip(columns, ratios, strict=True):
        table.add_column(name, ratio=ratio or None, no_wrap=not ratio, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    console.print(table)
