"""`newsdesk purge`: deletes everything that belongs to one Discord server, for good."""

import sys
from collections.abc import Mapping
from typing import Annotated

import typer

from bot.commands.desk import actor, bring_up_to_date, open_desk
from bot.commands.options import Json
from bot.errors import PurgeRefused

# What people think of as theirs; the rest goes with it.
_WORDS = {
    "articles": "articles",
    "changes": "changes",
    "answers": "answers",
    "feedback": "words on answers",
    "unanswered": "unanswered questions",
    "proposals": "proposed articles",
    "feeds": "feeds",
    "settings": "settings",
}


def purge(
    guild: Annotated[str, typer.Argument(metavar="GUILD", help="The Discord server's id.")],
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask first.")] = False,
    as_json: Json = False,
) -> None:
    """Delete everything of a Discord server for good. Articles, answers, feeds, settings: no undo."""
    from bot.terminal.console import output, print_json
    from corpus.catalogue import purge as purging

    desk = open_desk()
    with desk.catalogue.reading() as connection:
        held = purging.holdings(connection, guild)
    if not held:
        raise PurgeRefused(f"There is nothing of a server {guild!r}: check the id.")
    if not yes:
        _ask(guild, held)
    with desk.catalogue.writing() as connection:
        deleted = purging.purge(connection, guild, by=actor(), at=desk.now())
    bring_up_to_date(desk)
    if as_json:
        print_json({"guild": guild, "deleted": deleted})
    else:
        output().print(f"Deleted everything of server {guild}: {_listed(deleted)}.")


def _ask(guild: str, held: Mapping[str, int]) -> None:
    from bot.terminal.console import notices

    warning = f"This deletes everything of server {guild} for good: {_listed(held)}."
    if not sys.stdin.isatty():
        raise PurgeRefused(f"{warning} Nothing is deleted yet: run it again with --yes.")
    notices().print(warning)
    if not typer.confirm("Delete it?", err=True):
        raise PurgeRefused("Nothing was deleted.")


def _listed(held: Mapping[str, int]) -> str:
    return ", ".join(f"{word} ({held[name]})" for name, word in _WORDS.items() if name in held)
