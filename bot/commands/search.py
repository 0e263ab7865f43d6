"""`newsdesk search`: the passages a question finds, without an answer."""

import time
from typing import Annotated

import typer

from bot.commands.desk import open_desk
from bot.commands.options import Json, Question, narrowed
from corpus.filters import Filters


@narrowed()
def search(
    question: Question,
    *,
    k: Annotated[int, typer.Option("-k", min=1, max=1000, help="How many passages.")] = 10,
    filters: Filters,
    explain: Annotated[bool, typer.Option("--explain", help="Show every part of the scores.")] = False,
    as_json: Json = False,
) -> None:
    """Show the passages that a question finds."""
    from bot.documents import answers
    from bot.terminal.console import print_json
    from bot.terminal.emptiness import told_emptiness
    from bot.terminal.found import print_hits
    from bot.terminal.progress import waiting
    from bot.terminal.words import spoken

    desk = open_desk(reads_only=True)
    if told_emptiness(desk.catalogue, filters.guild, question, as_json=as_json):
        return
    with waiting("Loading the model"):
        desk.search.load()
    started = time.perf_counter()
    found = desk.search.find(question, k, filters)
    milliseconds = (time.perf_counter() - started) * 1000
    if as_json:
        passages = [answers.hit(hit) for hit in found.hits]
        print_json({"question": question, "passages": passages, "milliseconds": round(milliseconds, 1)})
    else:
        print_hits(found.hits, spoken(question), explain=explain)
