"""`newsdesk forget`: deletes what is kept of one person, for good."""

import re
from typing import Annotated

import typer

from bot.commands import consent
from bot.commands.desk import open_desk, overwrite
from bot.commands.options import Json

_MENTION = re.compile(r"<@!?(\d+)>")
_WORDS = {
    "questions": "questions",
    "waiters": "waits for answers",
    "feedback": "words on answers",
    "watches": "watched questions",
    "shares": "shared searches",
    "names": "changes that named them",
}


def forget(
    user: Annotated[str, typer.Argument(metavar="USER", help="The Discord user's id.")],
    *,
    guild: Annotated[str | None, typer.Option(help="Only what they did in this Discord server.")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask first.")] = False,
    as_json: Json = False,
) -> None:
    """Delete what is kept of a person for good. Questions, feedback, watches: no undo."""
    from bot.terminal.console import output, print_json
    from corpus.catalogue import forgetting

    mention = _MENTION.fullmatch(user.strip())
    person = mention[1] if mention else user.strip()
    desk = open_desk()
    with desk.catalogue.trial() as tried, tried.writing() as connection:
        held = forgetting.forget(connection, person, guild)
    if held and not yes:
        consent.require(f"This deletes what is kept of {person} for good: {consent.listed(held, _WORDS)}.")
    with desk.catalogue.writing() as connection:
        deleted = forgetting.forget(connection, person, guild)
    if deleted:
        overwrite(desk)
    where = f" in server {guild}" if guild else ""
    if as_json:
        print_json({"user": person, "guild": guild, "deleted": deleted})
    elif deleted:
        told = consent.listed(deleted, _WORDS) or "only who was told what"
        output().print(f"Deleted what was kept of {person}{where}: {told}.")
    else:
        output().print(f"Nothing is kept of {person}{where}.")
