"""`newsdesk remove`, `undo` and `history`: changing the corpus and taking it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands.desk import actor, bring_up_to_date, open_desk
from bot.commands.options import Json

if TYPE_CHECKING:
    from corpus.catalogue.journal import Change

Names = Annotated[list[str], typer.Argument(metavar="ARTICLE", help="Ids or addresses of articles.")]
Number = Annotated[
    int | None,
    typer.Argument(metavar="[CHANGE]", help="A change's number; the newest if left out.", show_default=False),
]


def remove(names: Names, *, as_json: Json = False) -> None:
    """Take articles out of the corpus. `newsdesk undo` brings them back."""
    from bot.documents import articles
    from bot.terminal.console import output, print_json

    desk = open_desk()
    removed = desk.curator.remove(names, actor())
    bring_up_to_date(desk)
    if as_json:
        print_json({"removed": [articles.article(one) for one in removed]})
        return
    for one in removed:
        output().print(f"Removed {one.id}: {one.draft.title or one.draft.source}")
    output().print(
        "`newsdesk undo` brings back the last one; `newsdesk history` shows all changes.", style="dim"
    )


def undo(number: Number = None, *, as_json: Json = False) -> None:
    """Take back a change of the corpus."""
    from bot.documents.changes import change as document
    from bot.terminal.console import output, print_json

    desk = open_desk()
    change = desk.curator.undo(number, actor()).change
    bring_up_to_date(desk)
    if as_json:
        print_json({"undone": document(change)})
    else:
        output().print(_taken_back(change))


def history(
    *,
    limit: Annotated[int, typer.Option(min=1, help="At most so many, newest first.")] = 100,
    as_json: Json = False,
) -> None:
    """Show who changed what and when."""
    from bot.documents.changes import change as document
    from bot.terminal.console import print_json, print_table
    from corpus.catalogue import journal

    with open_desk(reads_only=True).catalogue.reading() as connection:
        changes = journal.recent(connection, limit)
    if as_json:
        print_json({"changes": [document(one) for one in changes]})
        return
    rows = [
        (
            str(one.id),
            one.at.strftime("%Y-%m-%d %H:%M"),
            one.actor,
            f"{one.action} of {one.undoes}" if one.undoes else str(one.action),
            one.article_id,
            _described(one),
        )
        for one in changes
    ]
    print_table(("no.", "when (UTC)", "who", "what", "article", "title"), rows, (0, 0, 0, 0, 0, 1))


def _taken_back(change: Change) -> str:
    named = f"{change.article_id}: {change.title or 'no title'}"
    if change.undoes is not None:
        again = f"{change.undoes} is in force again"
        return f"Took back change {change.id}, the undo of {change.undoes}: {again}, {named}"
    return f"Took back change {change.id}, {change.action} of {named}"


def _described(one: Change) -> str:
    note = f": {one.note}" if one.note else ""
    return f"{one.title or '(no title)'}{note}{'' if one.holds else ' (undone)'}"
