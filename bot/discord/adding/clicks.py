"""What moderators click under a preview: *Add*, *Edit*, *Cancel*, and *Undo* afterwards."""

from typing import Any

import discord

from bot.discord.adding.article_forms import EDITED, amended, edit_form
from bot.discord.adding.looking_ahead import STOP
from bot.discord.adding.outcomes import (
    UNDO,
    dropped_message,
    outcome_message,
    stopped_message,
    undone_message,
    with_next,
)
from bot.discord.adding.previews import ADD, DROP, EDIT, LOOK, show_preview, show_preview_of
from bot.discord.adding.progress_notes import during
from bot.discord.adding.words import ADDING
from bot.discord.connection.components import Components, submitted
from bot.discord.connection.delivery import hold, open_modal, show
from bot.discord.connection.moderators import require_moderator
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.visit import Visit
from corpus.catalogue import proposals
from corpus.catalogue.proposals import Proposal
from retrieval.curating import carrying_out


class Deciding:
    """The handlers; a custom id names the proposal alone, so they work in every message that shows it."""

    def __init__(self, newsroom: Newsroom) -> None:
        self._newsroom = newsroom

    def install(self, components: Components) -> None:
        """Have the handlers called."""
        for name, handler in (
            (ADD, self._add),
            (EDIT, self._edit),
            (EDITED, self._edited),
            (DROP, self._drop),
            (STOP, self._stop),
            (UNDO, self._undo),
            (LOOK, self._look),
        ):
            components.add(name, handler)

    async def _add(self, interaction: discord.Interaction[Any], visit: Visit, proposal_id: str) -> None:
        guild = require_moderator(visit)
        await hold(interaction)
        await self._open(proposal_id, guild)
        # One call from beginning to end: a bot that is told to stop leaves no article half added.
        doing = self._newsroom.work_patiently(
            lambda parts: carrying_out.add_or_correct(parts.curator, proposal_id, guild, visit.actor)
        )
        done = await during(interaction, doing, ADDING.of(visit.language).adding)
        message = outcome_message(done, visit.language, _who(interaction))
        await show(interaction, **with_next(message, interaction, done.proposal, visit.language))

    async def _edit(self, interaction: discord.Interaction[Any], visit: Visit, proposal_id: str) -> None:
        guild = require_moderator(visit)
        proposal = await self._open(proposal_id, guild)
        form = edit_form(proposal_id, proposal.draft, visit.language)
        await open_modal(interaction, form)

    async def _edited(self, interaction: discord.Interaction[Any], visit: Visit, proposal_id: str) -> None:
        guild = require_moderator(visit)
        await hold(interaction)
        before = await self._open(proposal_id, guild)
        draft, wrong = amended(before.draft, submitted(interaction), visit.language)
        proposal = await self._newsroom.write(
            lambda connection: proposals.change(connection, proposal_id, guild, draft)
        )
        await show_preview(self._newsroom, interaction, visit, proposal, wrong)

    async def _drop(self, interaction: discord.Interaction[Any], visit: Visit, proposal_id: str) -> None:
        guild = require_moderator(visit)
        await hold(interaction)
        dropped = await self._newsroom.write(
            lambda connection: proposals.drop(connection, proposal_id, guild)
        )
        message = dropped_message(dropped.draft, visit.language, _who(interaction))
        await show(interaction, **with_next(message, interaction, dropped, visit.language))

    async def _stop(self, interaction: discord.Interaction[Any], visit: Visit, proposal_id: str) -> None:
        guild = require_moderator(visit)
        await hold(interaction)
        # Whatever process makes the preview, it finds the proposal dropped before its next piece.
        stopped = await self._newsroom.write(
            lambda connection: proposals.drop(connection, proposal_id, guild)
        )
        message = stopped_message(stopped.draft, visit.language)
        await show(interaction, **with_next(message, interaction, stopped, visit.language))

    async def _undo(
        self, interaction: discord.Interaction[Any], visit: Visit, change: str, proposal_id: str
    ) -> None:
        guild = require_moderator(visit)
        await hold(interaction)
        await self._newsroom.work(
            lambda parts: carrying_out.take_back(parts.curator, int(change), proposal_id, guild, visit.actor)
        )
        shown = interaction.message.embeds if interaction.message else []
        said = "\n".join(embed.description or "" for embed in shown)
        await show(interaction, **undone_message(said, visit.language, _who(interaction)))

    async def _look(self, interaction: discord.Interaction[Any], visit: Visit, proposal_id: str) -> None:
        guild = require_moderator(visit)
        await hold(interaction)
        await show_preview_of(self._newsroom, interaction, visit, guild, proposal_id)

    async def _dropped(self, proposal_id: str, guild: str) -> Proposal:
        return await self._newsroom.write(lambda connection: proposals.drop(connection, proposal_id, guild))

    async def _open(self, proposal_id: str, guild: str) -> Proposal:
        return await self._newsroom.read(
            lambda connection: proposals.undecided(connection, proposal_id, guild)
        )


def _who(interaction: discord.Interaction[Any]) -> str | None:
    """Return who clicked, where others see the message too."""
    message = interaction.message
    return str(interaction.user.id) if message is not None and not message.flags.ephemeral else None
