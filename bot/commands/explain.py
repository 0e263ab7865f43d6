"""`newsdesk explain`: how an answer came about."""

from typing import Annotated

import typer

from bot.commands.desk import open_desk
from bot.commands.options import Json

Name = Annotated[str, typer.Argument(metavar="ANSWER", help="An answer's id, or the beginning of one.")]


def explain(name: Name, *, as_json: Json = False) -> None:
    """Show how an answer came about. Its question, its quotes and every passage that was weighed."""
    from bot.documents import answers
    from bot.terminal.console import print_json
    from bot.terminal.explained import print_explanation
    from retrieval.answering.explaining import recall_any

    explained = recall_any(open_desk(reads_only=True).catalogue, name)
    if as_json:
        print_json(answers.explanation(explained))
    else:
        print_explanation(explained)
