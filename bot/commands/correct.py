"""`newsdesk correct` and `withdraw`: saying what is no longer so of an article that answers quote."""

from __future__ import annotations

import sys
from contextlib import closing
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands.browse import Name
from bot.commands.desk import actor, bring_up_to_date, open_desk
from bot.commands.options import Json

if TYPE_CHECKING:
    from corpus.article import Draft
    from corpus.catalogue.journal import Change
    from corpus.reading.parsing.jobs import Parser


def _said(note: str) -> str:
    if not note.strip():
        raise typer.BadParameter("Say in a few words what was wrong.")
    return note


Note = Annotated[
    str, typer.Argument(callback=_said, metavar="NOTE", help="What is said wherever the article is quoted.")
]
Source = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="SOURCE",
        help="Where the right text is: an address, a file or -.",
        show_default=False,
    ),
]


def correct(name: Name, note: Note, *, source: Source = None, as_json: Json = False) -> None:
    """Say what was wrong with an article. With --from, put its text right."""
    desk = open_desk()
    with closing(desk.parsers) as parsers:
        draft = _read(source, parsers) if source is not None else None
    change = desk.curator.correct(name, note, actor(), draft=draft)
    bring_up_to_date(desk)
    _report("corrected", change, as_json=as_json)


def withdraw(name: Name, note: Note, *, as_json: Json = False) -> None:
    """Take an article out of the corpus and say why."""
    desk = open_desk()
    change = desk.curator.withdraw(name, note, actor())
    bring_up_to_date(desk)
    _report("withdrawn", change, as_json=as_json)


def _read(source: str, parser: Parser) -> Draft:
    """Return the one article of a source.

    Raises:
        SourceUnreadable: it gives none.
    """
    from corpus.errors import SourceUnreadable
    from corpus.reading.sources import read

    articles = list(read(source, stdin=sys.stdin.buffer, parser=parser))
    if len(articles) != 1:
        raise typer.BadParameter("Name the source of one article.", param_hint="--from")
    (article,) = articles
    if isinstance(article, SourceUnreadable):
        raise article
    return article


def _report(what: str, change: Change, *, as_json: bool) -> None:
    from bot.documents import changes
    from bot.terminal.console import output, print_json

    if as_json:
        print_json({what: changes.change(change)})
        return
    output().print(f"{what.capitalize()} {change.article_id}: {change.title or 'no title'}")
    output().print("Answers that quote it will say so; `newsdesk undo` takes it back.", style="dim")
