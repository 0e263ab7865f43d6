"""`newsdesk backup`: writes one state of the catalogue into a file, while others use it."""

from pathlib import Path
from typing import Annotated

import typer

from bot.commands.options import Json


def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where the backup goes.", show_default=False)],
    *,
    force: Annotated[bool, typer.Option("--force", help="Replace a file of that name.")] = False,
    as_json: Json = False,
) -> None:
    """Back up everything into one file. It may run beside the bot; `newsdesk restore` puts it back."""
    from bot.assembly import now
    from bot.documents import backups
    from bot.settings import read_settings
    from bot.terminal.console import output, print_json
    from bot.terminal.progress import filling
    from bot.terminal.sizes import size
    from corpus.catalogue.backups.making import make

    url = read_settings().database_url
    with filling("Backing up") as tell:
        made = make(url, file, now, replacing=force, tell=tell)
    if as_json:
        print_json(backups.made(made))
    else:
        output().print(
            f"Backed up {made.manifest.articles} versions of articles and all that belongs to them in "
            f"{made.file} ({size(made.bytes)}).",
            soft_wrap=True,
        )
