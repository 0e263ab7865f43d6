"""The *Export as CSV* button: what waits, as a file for the moderator alone."""

from __future__ import annotations

import io
from typing import Any

import discord

from bot.bilingual import counted
from bot.discord.connection.components import Components
from bot.discord.connection.delivery import show, think
from bot.discord.connection.moderators import require_moderator
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.retrying import persist
from bot.discord.connection.visit import Visit
from bot.discord.unanswered.sheet import sheet
from bot.discord.unanswered.words import UNANSWERED
from retrieval.curating.waiting_questions import MOST, WaitingQuestions

EXPORT = "waiting-export"


class Exporting:
    """Sends the questions that wait as a file."""

    def __init__(self, newsroom: Newsroom, waiting: WaitingQuestions) -> None:
        self._newsroom = newsroom
        self._waiting = waiting

    def install(self, components: Components) -> None:
        """Have the handler called."""
        components.add(EXPORT, self._export)

    async def _export(self, interaction: discord.Interaction[Any], visit: Visit) -> None:
        guild = require_moderator(visit)
        await think(interaction, private=True)
        waiting = await self._newsroom.work(lambda _: self._waiting.of(guild))
        words = UNANSWERED.of(visit.language)
        if not waiting.groups:
            await show(interaction, content=words.nothing)
            return
        sentences = [counted(words.exported, sum(len(group.questions) for group in waiting.groups))]
        if waiting.newest_only:
            sentences.append(words.newest_only.format(count=MOST))
        written = sheet(waiting.groups, words)
        name = f"{words.file_name}-{self._newsroom.parts.now():%Y-%m-%d}.csv"
        await persist(
            lambda: interaction.edit_original_response(
                # A new file for each try: one that was sent has been read to its end.
                content=" ".join(sentences),
                attachments=[discord.File(io.BytesIO(written), name)],
            )
        )
