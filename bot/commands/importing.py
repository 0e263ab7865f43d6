"""`newsdesk import`: takes in articles that another newsdesk exported."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from bot.commands.desk import bring_up_to_date, open_desk
from bot.commands.options import STANDARD, Json, OwnGuild
from corpus.errors import LineUnusable, SourceUnreadable

if TYPE_CHECKING:
    from bot.assembly import Desk
    from corpus.catalogue.exchange.history import History
    from retrieval.curating.importing import Imported

    Lines = Iterator[tuple[int, History | LineUnusable]]


def import_articles(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="An export; or - for standard input.", show_default=False),
    ],
    *,
    guild: OwnGuild = None,
    as_json: Json = False,
) -> None:
    """Take in what `newsdesk export` wrote. What is here already stays as it is; ids stay the same."""
    from bot.documents import exchange
    from bot.terminal.console import print_json

    desk = open_desk()
    with _opened(file) as opened:
        outcomes = _imported(desk, opened, file, guild or None)
    if any(not isinstance(one, LineUnusable) and one.status != "unchanged" for one in outcomes):
        bring_up_to_date(desk)
    if as_json:
        print_json(exchange.imported(outcomes))
    else:
        _report(outcomes)
    if any(isinstance(one, LineUnusable) for one in outcomes):
        raise typer.Exit(1)


def _imported(desk: Desk, opened: BinaryIO, file: Path, guild: str | None) -> list[Imported | LineUnusable]:
    from bot.terminal.progress import tracked
    from corpus.catalogue.exchange.read_lines import histories
    from corpus.reading.expected import expected
    from retrieval.curating.importing import import_all

    total = None if file == STANDARD or guild else expected(str(file))
    found = import_all(desk.catalogue, desk.embedder, _of_guild(histories(opened), guild))
    return list(tracked(found, "Importing", "articles", total))


def _of_guild(lines: Lines, guild: str | None) -> Lines:
    for number, one in lines:
        if guild is None or isinstance(one, LineUnusable) or one.guild == guild:
            yield number, one


@contextmanager
def _opened(file: Path) -> Iterator[BinaryIO]:
    from corpus.reading import files

    if file == STANDARD:
        yield sys.stdin.buffer
        return
    source = str(file)
    files.require(file, source)
    try:
        with file.open("rb") as opened:
            if not opened.peek(1):
                raise SourceUnreadable(source, f"{file} is empty: export again.")
            yield opened
    except OSError as error:
        raise SourceUnreadable(source, f"{file}: {files.sentence(error)}") from error


def _report(outcomes: Sequence[Imported | LineUnusable]) -> None:
    from bot.terminal.console import notices, output

    for one in outcomes:
        if isinstance(one, LineUnusable):
            notices().print(f"not imported: {one}", style="red", soft_wrap=True)
    became = Counter(
        "not imported" if isinstance(one, LineUnusable) else one.status.value for one in outcomes
    )
    names = ("added", "continued", "unchanged", "not imported")
    said = ", ".join(f"{became[name]} {name}" for name in names if became[name])
    output().print(f"{said}." if said else "There is nothing to import.")
