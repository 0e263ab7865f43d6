"""`newsdesk eval`: measures the search with questions whose articles are known."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.commands.desk import open_desk
from bot.commands.options import Json

File = Annotated[
    Path, typer.Argument(metavar="QUESTIONS.jsonl", exists=True, dir_okay=False, help="A question a line.")
]


def evaluate(
    file: File,
    *,
    k: Annotated[int, typer.Option("-k", min=1, help="Look at so many articles of each question.")] = 10,
    as_json: Json = False,
) -> None:
    """Ask every question of a file and measure where the right articles rank, and how long it takes."""
    from bot.terminal.console import print_json, print_table
    from bot.terminal.progress import tracked
    from retrieval import evaluation

    asked = evaluation.questions(file.read_bytes().splitlines())
    desk = open_desk()
    desk.embedder.load()
    found = evaluation.ranked(desk.search, desk.catalogue, asked, k)
    measured = evaluation.measured(list(tracked(found, "Asking", "questions", len(asked))))
    if as_json:
        print_json(measured)
        return
    times = measured["milliseconds"]
    rows = [("questions", str(measured["questions"]))]
    rows += [(name, f"{measured[name]:.3f}") for name in evaluation.MEASURES if measured[name] is not None]
    rows += [(f"milliseconds, {name}", str(value)) for name, value in times.items() if value is not None]
    print_table(("measure", "value"), rows, (0, 0))
