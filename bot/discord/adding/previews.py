"""Showing a proposal to moderators, in a private answer or in their channel, with the buttons to decide."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import discord

from bot.discord.adding.filing import open_proposal
from bot.discord.adding.onward import with_next
from bot.discord.adding.preview_card import preview_embeds
from bot.discord.adding.progress import during
from bot.discord.adding.refusals import in_own_words
from bot.discord.adding.words import ADDING
from bot.discord.components import button, rows
from bot.discord.delivery import show
from bot.discord.newsroom import Newsroom, Parts
from bot.discord.visit import Visit
from corpus.catalogue import underway
from corpus.catalogue.decide import Status
from corpus.catalogue.proposals import Proposal
from retrieval.preview import Preview

ADD, EDIT, DROP, LOOK = "draft-add", "draft-edit", "draft-drop", "draft-look"


async def preview_message(
    newsroom: Newsroom, proposal: Proposal, language: str, notes: Sequence[str] = ()
) -> dict[str, Any]:
    """Return the preview of a proposal as a message to send or to edit.

    Its buttons work for every moderator of the proposal's server, in any message, after a restart too.

    Args:
        newsroom: what looks ahead.
        proposal: an open proposal.
        language: that of the bot's own words.
        notes: sentences to stand above the preview.

    Raises:
        Refusal: the article that the proposal corrects is gone, or not this server's.
        RetrievalError: a model or an index fails.
    """
    preview = await newsroom.work(lambda parts: _look_ahead(parts, proposal))
    return {
        "content": "\n".join(notes) or None,
        "embeds": preview_embeds(preview, proposal, language),
        "view": _buttons(preview, proposal, language),
    }


async def show_preview(
    newsroom: Newsroom,
    interaction: discord.Interaction[Any],
    visit: Visit,
    proposal: Proposal,
    notes: Sequence[str] = (),
) -> None:
    """Show the preview of a proposal in the message that `think` announced or that was clicked."""
    request = str(interaction.id)
    await newsroom.write(lambda connection: underway.concerns(connection, request, proposal.id))
    words = ADDING.of(visit.language)
    looking = preview_message(newsroom, proposal, visit.language, notes)
    message = await during(interaction, looking, words.comparing, words.trying)
    await show(interaction, **with_next(message, interaction, proposal, visit.language))


async def show_preview_of(
    newsroom: Newsroom, interaction: discord.Interaction[Any], visit: Visit, guild: str, proposal_id: str
) -> None:
    """Show the preview of the proposal with that id in the message that `think` announced.

    Raises:
        Gone: it is unknown, or another server's.
        UsedUp: it was added or dropped.
    """
    proposal = await newsroom.read(lambda connection: open_proposal(connection, proposal_id, guild))
    await show_preview(newsroom, interaction, visit, proposal)


def _look_ahead(parts: Parts, proposal: Proposal) -> Preview:
    with in_own_words():
        if proposal.corrects is not None:
            return parts.previewer.correcting(proposal.corrects, proposal.draft, proposal.guild)
        return parts.previewer.adding(proposal.draft, proposal.guild)


def _buttons(preview: Preview, proposal: Proposal, language: str) -> discord.ui.View:
    words = ADDING.of(language)
    label = {Status.ADDED: words.add, Status.REPLACED: words.replace}.get(preview.status)
    if proposal.corrects is not None:
        # A correction whose text is what stands there already still says its note.
        label = words.correct
    adding = [button(label, ADD, proposal.id, style=discord.ButtonStyle.success)] if label else []
    return rows([*adding, button(words.edit, EDIT, proposal.id), button(words.cancel, DROP, proposal.id)])
