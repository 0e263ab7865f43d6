"""The *Delete* button: whoever asked, and moderators, take an answer away."""

import contextlib
from typing import Any

import discord

from bot.discord.asking.buttons import DELETE
from bot.discord.asking.words import ASKING
from bot.discord.connection.delivery import hold
from bot.discord.connection.errors import Gone, Refusal
from bot.discord.connection.floor import Floor
from bot.discord.connection.retrying import persist
from bot.discord.connection.visit import Visit
from corpus.catalogue import askers, posted
from corpus.catalogue.connection import Connection


def install(floor: Floor) -> None:
    """Have the message deleted, and forgotten once it is gone."""
    newsroom = floor.newsroom

    async def deleted(interaction: discord.Interaction[Any], visit: Visit, answer: str) -> None:
        await hold(interaction)
        message = str(interaction.message.id) if interaction.message is not None else ""
        await newsroom.read(lambda connection: _require_allowed(connection, message, answer, visit))
        with contextlib.suppress(discord.NotFound):  # somebody was quicker
            await persist(interaction.delete_original_response)
        await newsroom.write(lambda connection: forget(connection, message))

    floor.components.add(DELETE, deleted)


def forget(connection: Connection, message: str) -> None:
    """Forget a card that is gone, and who asked for it."""
    posted.forget(connection, message)
    askers.forget(connection, message)


def _require_allowed(connection: Connection, message: str, answer: str, visit: Visit) -> None:
    """Let whoever asked and moderators through; in direct messages there is nobody else.

    Raises:
        Gone: the message does not show that answer, or does so no longer.
        Refusal: somebody else asked.
    """
    if posted.answer_of(connection, message) != answer:
        raise Gone
    asked = visit.guild is None or askers.asker_of(connection, message) == visit.person
    if not (asked or visit.moderates):
        raise Refusal(lambda language: ASKING.of(language).not_yours_to_delete)
