"""The way on from one find of a feed to the next that waits."""

from __future__ import annotations

from typing import Any

import discord

from bot.discord.connection.components import button, rows
from bot.discord.display.words import WORDS
from corpus.catalogue.proposals import Proposal

NEXT = "draft-next"


def with_next(
    message: dict[str, Any], interaction: discord.Interaction[Any], proposal: Proposal, language: str
) -> dict[str, Any]:
    """Return a message about a proposal with *Next* under it, if a feed found it and it is shown privately.

    In the moderators' channel every find has a message of its own.
    """
    if proposal.feed_id is None or _is_public(interaction):
        return message
    view = message["view"] or rows()
    onward: discord.ui.Button[Any] = button(WORDS.of(language).next, NEXT, proposal.feed_id, proposal.id)
    onward.row = 0
    return {**message, "view": view.add_item(onward)}


def _is_public(interaction: discord.Interaction[Any]) -> bool:
    changed = interaction.response.type is discord.InteractionResponseType.deferred_message_update
    return changed and interaction.message is not None and not interaction.message.flags.ephemeral
