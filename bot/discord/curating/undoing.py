"""The `/corpus undo` command and every *Undo* button of a change."""

from typing import Any

import discord
from discord import app_commands

from bot.discord.connection.components import button, whole
from bot.discord.connection.delivery import hold, show, think
from bot.discord.connection.floor import Floor
from bot.discord.connection.moderators import require_moderator
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.tree import said
from bot.discord.connection.visit import Visit
from bot.discord.curating.article_options import change_choices
from bot.discord.curating.change_lines import change_line
from bot.discord.curating.confirming import UNDO, asked, done
from bot.discord.curating.refused_changes import not_a_change
from bot.discord.curating.words import CURATING
from corpus.catalogue import editing

# Annotations stay real in this file: discord.py reads them to describe the options to Discord.

_LENGTH = 100
_DIGITS = 15


def install(floor: Floor) -> None:
    """Add the command and the button."""
    newsroom = floor.newsroom

    async def undo_clicked(interaction: discord.Interaction[Any], visit: Visit, number: str) -> None:
        await _undo(newsroom, interaction, visit, whole(number))

    floor.components.add(UNDO, undo_clicked)

    @app_commands.command(
        name="undo",
        description=said(
            "Take back a change of this server, the newest or another; it asks first",
            "Draai een wijziging van deze server terug, de laatste of een andere; dit vraagt eerst",
        ),
    )
    @app_commands.describe(
        change=said(
            "One of the last 100 changes; the newest if you leave it out",
            "Een van de laatste 100 wijzigingen; zonder deze optie de laatste",
        )
    )
    @app_commands.autocomplete(change=change_choices(newsroom))
    async def undo(
        interaction: discord.Interaction[Any], change: app_commands.Range[str, 1, _LENGTH] | None = None
    ) -> None:
        await _ask(newsroom, interaction, newsroom.visit(interaction), _number(change))

    floor.corpus.add_command(undo)


async def _ask(
    newsroom: Newsroom, interaction: discord.Interaction[Any], visit: Visit, number: int | None
) -> None:
    guild = require_moderator(visit)
    await think(interaction, private=True)
    change = await newsroom.read(lambda connection: editing.undoable(connection, number, guild))
    words = CURATING.of(visit.language)
    lines = [f"{words.take_back}\n{change_line(change, words)}", words.then[change.action]]
    yes = button(words.undo, UNDO, change.id, style=discord.ButtonStyle.danger)
    await show(interaction, **asked(lines, yes, visit.language))


async def _undo(newsroom: Newsroom, interaction: discord.Interaction[Any], visit: Visit, number: int) -> None:
    guild = require_moderator(visit)
    await hold(interaction)
    undone = await newsroom.work(lambda parts: parts.curator.undo(number, visit.actor, guild))
    words = CURATING.of(visit.language)
    lines = [
        f"{words.taken_back}\n{change_line(undone.change, words)}",
        words.after_all.format(number=undone.by.id),
    ]
    await show(interaction, **done(lines, undone.by.id, visit.language))


def _number(written: str | None) -> int | None:
    """Return the number of a change that was chosen or written, None for the newest.

    Raises:
        Refusal: it is no number.
    """
    if written is None:
        return None
    digits = written.strip().lstrip("#")
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= _DIGITS):
        raise not_a_change(written)
    return int(digits)
