"""`newsdesk export`: writes articles with their histories as lines of JSON."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands.desk import open_desk
from bot.commands.options import STANDARD, Json, OwnGuild

if TYPE_CHECKING:
    from corpus.catalogue.exchange.history import History


def export(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="A .jsonl file; or - for standard output.", show_default=False),
    ],
    *,
    guild: OwnGuild = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a file of that name.")] = False,
    as_json: Json = False,
) -> None:
    """Write articles with all their versions. Notices and changes too, for `newsdesk import` or others."""
    from bot.documents import exchange
    from bot.terminal.console import notices, output, print_json
    from bot.terminal.progress import tracked
    from corpus.catalogue.exchange import reading

    if as_json and file == STANDARD:
        raise typer.BadParameter("The export itself goes to standard output.", param_hint="--json")
    desk = open_desk(reads_only=True)
    articles = versions = 0
    with desk.catalogue.reading() as connection:
        total = reading.count(connection, guild or None)
        found = reading.every(connection, guild or None)
        written = _printed(found) if file == STANDARD else _written(file, found, force=force)
        for one in tracked(written, "Exporting", "articles", total):
            articles, versions = articles + 1, versions + len(one.versions)
    if as_json:
        print_json(exchange.exported(file, articles, versions))
    else:
        said = f"Exported {articles} articles in {versions} versions."
        (notices() if file == STANDARD else output()).print(said)


def _written(file: Path, found: Iterator[History], *, force: bool) -> Iterator[History]:
    from corpus.catalogue.exchange.export_file import write

    return write(file, found, replacing=force)


def _printed(found: Iterator[History]) -> Iterator[History]:
    from bot.terminal.console import output
    from bot.terminal.streams import is_unicode
    from corpus.catalogue.exchange.written_lines import line

    out = output().file
    for one in found:
        out.write(f"{line(one, plain=not is_unicode(out))}\n")
        yield one
