"""The command tree: every request is remembered until it is done, and every failure is told."""

from __future__ import annotations

import logging
import secrets
from typing import Any

import discord
from discord import app_commands

from bot.discord.cards.escape import inline
from bot.discord.delivery import is_gone, say
from bot.discord.errors import Refusal
from bot.discord.under_way import UnderWay
from bot.discord.words import Words, words_for

_log = logging.getLogger(__name__)
_SENTENCE = 500


class Tree(app_commands.CommandTree[Any]):
    """All commands; `expected` are the errors whose own sentence is meant for people."""

    def __init__(
        self, client: discord.Client, under_way: UnderWay, expected: tuple[type[Exception], ...]
    ) -> None:
        super().__init__(
            client,
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=False
            ),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
        )
        self._under_way = under_way
        self._expected = expected

    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        """Remember the request; decline it where the bot is about to stop."""
        self._under_way.enter(interaction)
        if self._under_way.closing:
            await self.apologise_for_stopping(interaction)
        return not self._under_way.closing

    async def on_error(
        self, interaction: discord.Interaction[Any], error: app_commands.AppCommandError, /
    ) -> None:
        """Tell the person what failed, with a number for what only the log may know."""
        cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
        if is_gone(cause):
            _log.info("request %s could not be answered any more: %s", interaction.id, cause)
            return
        await say(interaction, self._sentence(cause, interaction))

    async def apologise_for_stopping(self, interaction: discord.Interaction[Any]) -> None:
        """Say that the bot stops before it could answer."""
        await say(interaction, _words(interaction).stopping)

    def _sentence(self, cause: Exception, interaction: discord.Interaction[Any]) -> str:
        words = _words(interaction)
        if isinstance(cause, Refusal):
            return cause.sentence(words)
        if isinstance(cause, self._expected):
            return inline(str(cause), _SENTENCE)
        incident = secrets.token_hex(3)
        _log.error("incident %s: request %s failed", incident, interaction.id, exc_info=cause)
        return words.apology.format(incident=f"`{incident}`")


def _words(interaction: discord.Interaction[Any]) -> Words:
    return words_for(str(interaction.locale))
