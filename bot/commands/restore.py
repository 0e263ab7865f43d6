"""`newsdesk restore`: puts a backup in the place of the catalogue, which is kept beside it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands.desk import bring_up_to_date, open_desk
from bot.commands.options import Json

if TYPE_CHECKING:
    from bot.assembly import Desk
    from corpus.catalogue.backups.manifest import Manifest
    from corpus.catalogue.backups.restoring import Restored


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A backup.", show_default=False)],
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask first.")] = False,
    as_json: Json = False,
) -> None:
    """Put a backup back, checked before and after. What was there before is kept beside it."""
    from bot.documents import backups
    from bot.terminal.console import output, print_json
    from corpus.catalogue.backups import checking

    desk = open_desk()
    said = checking.described(file)
    _ask(desk, file, said, yes=yes)
    done = _restored(desk, file, said)
    if as_json:
        print_json(backups.restored(file, done))
    else:
        output().print(f"Restored {_told(said)}.", soft_wrap=True)
        for one in done.kept:
            output().print(f"What was there before is kept in {one}", soft_wrap=True)
    bring_up_to_date(desk)


def _restored(desk: Desk, file: Path, said: Manifest) -> Restored:
    from bot.terminal.progress import filling
    from corpus.catalogue.backups.restoring import restore as put_back
    from corpus.errors import RestoreRefused
    from retrieval.index import chroma_opening

    settings = desk.settings
    lock = chroma_opening.own(settings.home / "chroma")
    if lock is None:
        raise RestoreRefused(
            f"Another process of newsdesk uses {settings.home}: stop the bot and other commands, "
            "and try again. Nothing was changed."
        )
    with lock, filling("Restoring", said.bytes) as tell:
        done = put_back(file, settings.database_url, settings.home, desk.now, tell)
        # The restored catalogue has an index of its own, and nobody will ask for this one again.
        chroma_opening.discard(settings.home / "chroma")
    return done


def _ask(desk: Desk, file: Path, said: Manifest, *, yes: bool) -> None:
    from bot.terminal.console import notices
    from corpus.catalogue.backups import there
    from corpus.errors import RestoreRefused

    held = there.held(desk.settings.database_url)
    if yes or held is None:
        return
    warning = f"This puts {_told(said)} in the place of {held}, which is kept beside it."
    if not sys.stdin.isatty():
        raise RestoreRefused(f"{warning} Nothing is changed yet: run it again with --yes.")
    notices().print(warning, soft_wrap=True)
    if not typer.confirm(f"Restore {file}?", err=True):
        raise RestoreRefused("Nothing was changed.")


def _told(said: Manifest) -> str:
    made = said.made.astimezone()
    return f"the backup of {made:%Y-%m-%d %H:%M} ({said.articles} versions of articles)"
