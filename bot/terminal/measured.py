"""What an evaluation found, on the terminal."""

from collections.abc import Sequence

from bot.figure_rows import differing, rows
from bot.terminal.console import notices, output, print_table
from retrieval.lab.evaluating.paired_test import SIGNIFICANT
from retrieval.lab.evaluating.run import Run

_NAMED = 10  # addresses that a notice lists


def print_missing(names: Sequence[str]) -> None:
    """Say which articles are called relevant and are not in the corpus; nothing where all are."""
    if not names:
        return
    more = f"\n  and {len(names) - _NAMED} more; --json names all" if len(names) > _NAMED else ""
    listed = "\n".join(f"  {name}" for name in names[:_NAMED])
    notices().print(
        f"Not in the corpus, though the file calls them relevant ({len(names)}); "
        f"they count as not found:\n{listed}{more}"
    )


def print_runs(runs: Sequence[Run]) -> None:
    """Print the figures, a column for each run, and how the later runs differ from the first."""
    values = [dict(rows(one.figures)) for one in runs]
    names = dict.fromkeys(name for one in values for name in one)
    columns = ("measure", *(one.name for one in runs)) if len(runs) > 1 else ("measure", "value")
    cells = [(name, *(one.get(name, "") for one in values)) for name in names]
    print_table(columns, cells, [0] * len(columns), named=True)
    for one in runs[1:]:
        _print_differences(one)


def _print_differences(run: Run) -> None:
    output().print(
        f"\n{run.name}: better or worse by chance? (* p under {SIGNIFICANT}, paired)\n", style="dim"
    )
    cells = [(one.measure, *differing(one)) for one in run.differences]
    print_table(("measure", "difference", "p", "better / worse"), cells, [0] * 4, named=True)
