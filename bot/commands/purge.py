"""`newsdesk purge`: deletes everything that belongs to one Discord server, for good."""

from typing import Annotated

import typer

from bot.commands import consent
from bot.commands.desk import actor, open_desk, overwrite
from bot.commands.options import Json
from bot.errors import PurgeRefused

_WORDS = {
    "articles": "articles",
    "changes": "changes",
    "answers": "answers",
    "feedback": "words on answers",
    "unanswered": "unanswered questions",
    "proposals": "proposed articles",
    "feeds": "feeds",
    "jobs": "jobs left to workers",
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
        consent.require(
            f"This deletes everything of server {guild} for good: {consent.listed(held, _WORDS)}."
        )
    with desk.catalogue.writing() as connection:
        deleted = purging.purge(connection, guild, by=actor(), at=desk.now())
    overwrite(desk, vectors=True)
    if as_json:
        print_json({"guild": guild, "deleted": deleted})
    else:
        output().print(f"Deleted everything of server {guild}: {consent.listed(deleted, _WORDS)}.")
