"""The two consoles: results go to standard output, notices and the log to standard error."""

import json
import logging
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from bot.discretion import on_every_handler
from bot.terminal.streams import is_unicode

_LEAST = 12  # characters of a column whose cells are wrapped; less breaks most words
_GAP = 2


@cache
def output() -> Console:
    """Return standard output; nothing in a pipe is wrapped or coloured."""
    return _console(to_stderr=False)


@cache
def notices() -> Console:
    """Return standard error, for progress and notices; in a pipe each is one line."""
    return _console(to_stderr=True)


def print_text(text: str) -> None:
    """Print a text: wrapped on a terminal, in a pipe exactly as it is, where rich would expand its tabs."""
    if output().is_terminal:
        output().print(text)
    else:
        print(text)  # noqa: T201 - this is the output


def print_parts(parts: Sequence[tuple[str, str]], by: int = 0) -> None:
    """Print parts of a text, each in its style: wrapped and indented on a terminal, in a pipe as they are."""
    if output().is_terminal:
        text = Text.assemble(*parts)
        output().print(Padding(text, (0, 0, 0, by)) if by else text)
    else:
        print_text("\n".join(f"{' ' * by}{line}" for line in "".join(part for part, _ in parts).split("\n")))


def print_json(document: Mapping[str, Any]) -> None:
    """Print one JSON document to standard output; what that cannot show is escaped, and so not lost."""
    escaped = not is_unicode(output().file)
    print(json.dumps(document, ensure_ascii=escaped, indent=2))  # noqa: T201 - this is the output


def print_table(
    columns: Sequence[str], rows: Sequence[Sequence[str]], ratios: Sequence[int], *, named: bool = False
) -> None:
    """Print a table, wrapped to the terminal's width; in a pipe one line a row, parted by tabs.

    A column with ratio 0 is as wide as it needs to be; the others share what is left. Where that is too
    little to read, each row is a block: the narrow cells on a line, with `named` each behind the name of its
    column, and every other cell below.
    """
    console = output()
    if not console.is_terminal:
        for row in [columns, *rows]:
            print_text("\t".join(" ".join(cell.split()) for cell in row))
        return
    if not _fits([columns, *rows], ratios, console.width):
        _print_blocks(columns, rows, ratios, named=named)
        return
    table = Table(box=None, header_style="bold", pad_edge=False, expand=any(ratios))
    for name, ratio in zip(columns, ratios, strict=True):
        table.add_column(name, ratio=ratio or None, no_wrap=not ratio, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    console.print(table)


def _fits(rows: Sequence[Sequence[str]], ratios: Sequence[int], width: int) -> bool:
    """Tell whether a terminal has room for the narrow columns and enough for each of the others."""
    widest = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    needed = [_LEAST if ratio else wide for wide, ratio in zip(widest, ratios, strict=True)]
    return sum(needed) + _GAP * (len(needed) - 1) <= width


def _print_blocks(
    columns: Sequence[str], rows: Sequence[Sequence[str]], ratios: Sequence[int], *, named: bool
) -> None:
    for row in rows:
        cells = list(zip(columns, row, ratios, strict=True))
        narrow = [
            f"{name} {cell}" if named and name else cell for name, cell, ratio in cells if cell and not ratio
        ]
        output().print(Text("  ".join(narrow), style="bold"))
        for cell in (cell for _, cell, ratio in cells if cell and ratio):
            output().print(Padding(Text(cell), (0, 0, 0, _GAP)))


def _console(*, to_stderr: bool) -> Console:
    console = Console(stderr=to_stderr, highlight=False, markup=False, emoji=False)
    console.soft_wrap = not console.is_terminal
    return console


def log_to_stderr(*, debug: bool) -> None:
    """Show this program's own notices and others' warnings; with `debug` everything of ours."""
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    on_every_handler()
    for package in ("bot", "retrieval", "corpus"):
        logging.getLogger(package).setLevel(logging.DEBUG if debug else logging.INFO)
    # It announces every model it loads, and advises on tokens that a hub would want.
    logging.getLogger("sentence_transformers").setLevel(logging.ERROR)
    logging.getLogger("transformers").setLevel(logging.ERROR)
    logging.getLogger("huggingface_hub").setLevel(logging.ERROR)
