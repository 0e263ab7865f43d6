"""What moderators are asked before a change, what they are told after it, and how they say no."""

from typing import Any

import discord

from bot.discord.connection.components import Components, button, rows
from bot.discord.connection.delivery import hold, show
from bot.discord.connection.moderators import require_moderator
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.visit import Visit
from bot.discord.curating.words import CURATING
from corpus.catalogue import proposals

KEEP, UNDO = "corpus-keep", "corpus-undo"


def asked(
    lines: list[str], yes: discord.ui.Button[Any], language: str, proposal_id: str | None = None
) -> dict[str, Any]:
    """Return a question as a message, with the button that says yes and *Cancel*.

    Args:
        lines: the question in paragraphs.
        yes: the button that does it.
        language: that of the bot's own words.
        proposal_id: what waits for the word and is dropped by *Cancel*.
    """
    no = button(CURATING.of(language).cancel, KEEP, *filter(None, [proposal_id]))
    return {
        "content": None,
        "embeds": [discord.Embed(description="\n\n".join(lines))],
        "view": rows([yes, no]),
    }


def done(lines: list[str], change: int, language: str) -> dict[str, Any]:
    """Return what was done as a message, with *Undo* for the change of that number."""
    undo = button(CURATING.of(language).undo, UNDO, change)
    return {
        "content": None,
        "embeds": [discord.Embed(description="\n\n".join(lines))],
        "view": rows([undo]),
    }


def install(newsroom: Newsroom, components: Components) -> None:
    """Have *Cancel* handled."""

    async def keep(interaction: discord.Interaction[Any], visit: Visit, proposal_id: str = "") -> None:
        guild = require_moderator(visit)
        await hold(interaction)
        if proposal_id:
            await newsroom.write(lambda connection: proposals.drop(connection, proposal_id, guild))
        sentence = CURATING.of(visit.language).kept
        await show(interaction, content=None, embeds=[discord.Embed(description=sentence)], view=None)

    components.add(KEEP, keep)
