"""`newsdesk timeline`: what articles say of a question over time, with a plot of its values."""

import time

import typer

from bot.commands.answer import ABSTAINED
from bot.commands.desk import load, open_desk
from bot.commands.options import Json, Question, narrowed
from corpus.filters import Filters


@narrowed()
def timeline(
    question: Question,
    *,
    filters: Filters,
    as_json: Json = False,
) -> None:
    """Show the values that articles give for a question over time. Exit code 3 where none does."""
    from bot.documents import timelines
    from bot.terminal.console import print_json
    from bot.terminal.emptiness import told_emptiness
    from bot.terminal.timeline import print_timeline

    desk = open_desk(reads_only=True)
    if told_emptiness(desk.catalogue, filters.guild, question, as_json=as_json):
        raise typer.Exit(ABSTAINED)
    load(desk)
    started = time.perf_counter()
    found = desk.timelines.of(question, filters)
    milliseconds = (time.perf_counter() - started) * 1000
    if as_json:
        print_json(timelines.timeline(found, milliseconds))
    else:
        print_timeline(found)
    if not found.points:
        raise typer.Exit(ABSTAINED)
