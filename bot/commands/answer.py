"""`newsdesk ask`: answers a question with quotations, or says that it does not know."""

import typer

from bot.commands.desk import load, open_desk
from bot.commands.options import Json, Question, narrowed
from corpus.filters import Filters

ABSTAINED = 3


@narrowed()
def ask(
    question: Question,
    *,
    filters: Filters,
    as_json: Json = False,
) -> None:
    """Answer a question with the very sentences of articles. Exit code 3 where none answers it."""
    from bot.documents import answers
    from bot.terminal.console import output, print_json
    from bot.terminal.emptiness import told_emptiness
    from bot.terminal.found import Shown, print_answer

    desk = open_desk()
    if told_emptiness(desk.catalogue, filters.guild, question, as_json=as_json):
        raise typer.Exit(ABSTAINED)
    load(desk)
    shown = Shown()
    growing = output().is_terminal and not as_json
    answer = desk.answerer.ask(question, filters, show=shown.show if growing else None)
    if as_json:
        print_json(answers.answer(answer))
    else:
        print_answer(answer, told=shown.all_of(answer))
    if answer.abstained:
        raise typer.Exit(ABSTAINED)
