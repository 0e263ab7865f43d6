"""Showing a proposal to moderators, in a private answer or in their channel, with the buttons to decide."""

import contextlib
from collections.abc import Sequence
from typing import Any

import discord

from bot.discord.adding.looking_ahead import STOP, LookingAhead, require_not_dropped
from bot.discord.adding.outcomes import stopped_message, with_next
from bot.discord.adding.preview_card import preview_embeds
from bot.discord.adding.progress_notes import watched
from bot.discord.adding.words import ADDING
from bot.discord.connection.components import button, rows
from bot.discord.connection.delivery import show
from bot.discord.connection.errors import Busy
from bot.discord.connection.newsroom import Newsroom, Parts
from bot.discord.connection.visit import Visit
from corpus.catalogue import proposals, underway
from corpus.catalogue.decide import Status
from corpus.catalogue.proposals import Proposal
from retrieval.curating.preview import Preview
from retrieval.curating.progress import Stopped

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
        CorpusError: the article that the proposal corrects is gone, or not this server's.
        RetrievalError: a model or an index fails.
    """
    return await _made(newsroom, LookingAhead(proposal), proposal, language, notes)


async def show_preview(
    newsroom: Newsroom,
    interaction: discord.Interaction[Any],
    visit: Visit,
    proposal: Proposal,
    notes: Sequence[str] = (),
) -> None:
    """Show the preview of a proposal in the message that `think` announced or that was clicked.

    While it is made the message says how far it is, with *Stop* under it.
    """
    request = str(interaction.id)
    await newsroom.write(lambda connection: underway.concerns(connection, request, proposal.id))
    words, looking = ADDING.of(visit.language), LookingAhead(proposal)

    async def so_far() -> dict[str, Any]:
        # Whatever process *Stop* was clicked in, and however long the piece is that is being done.
        with contextlib.suppress(Busy):
            await newsroom.read(lambda connection: require_not_dropped(connection, proposal))
        stop = button(words.stop, STOP, proposal.id)
        return {"content": looking.sentence(visit.language), "view": rows([stop])}

    making = _made(newsroom, looking, proposal, visit.language, notes)
    try:
        message = await watched(interaction, making, so_far)
        await show(interaction, **with_next(message, interaction, proposal, visit.language))
        # A preview that was ready while *Stop* was clicked must not stay with buttons that do nothing.
        await newsroom.read(lambda connection: require_not_dropped(connection, proposal))
    except Stopped:
        message = stopped_message(proposal.draft, visit.language)
        await show(interaction, **with_next(message, interaction, proposal, visit.language))


async def show_preview_of(
    newsroom: Newsroom, interaction: discord.Interaction[Any], visit: Visit, guild: str, proposal_id: str
) -> None:
    """Show the preview of the proposal with that id in the message that `think` announced.

    Raises:
        ProposalNotFound: it is unknown, or another server's.
        DecidedAlready: it was added or dropped.
    """
    proposal = await newsroom.read(lambda connection: proposals.undecided(connection, proposal_id, guild))
    await show_preview(newsroom, interaction, visit, proposal)


async def _made(
    newsroom: Newsroom, looking: LookingAhead, proposal: Proposal, language: str, notes: Sequence[str]
) -> dict[str, Any]:
    def make(parts: Parts) -> tuple[Preview, list[discord.Embed]]:
        preview = looking.make(parts)
        # A long text takes long to count.
        return preview, preview_embeds(preview, proposal, language)

    preview, embeds = await newsroom.work_patiently(make)
    return {
        "content": "\n".join(notes) or None,
        "embeds": embeds,
        "view": _buttons(preview, proposal, language),
    }


def _buttons(preview: Preview, proposal: Proposal, language: str) -> discord.ui.View:
    words = ADDING.of(language)
    label = {Status.ADDED: words.add, Status.REPLACED: words.replace}.get(preview.status)
    if proposal.corrects is not None:
        # A correction whose text is what stands there already still says its note.
        label = words.correct
    adding = [button(label, ADD, proposal.id, style=discord.ButtonStyle.success)] if label else []
    return rows([*adding, button(words.edit, EDIT, proposal.id), button(words.cancel, DROP, proposal.id)])
