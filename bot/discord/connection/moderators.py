"""What only moderators may do: commands that others do not even see, and the check behind them."""

from typing import Any

import discord
from discord import app_commands
from discord.app_commands import locale_str

from bot.discord.connection.errors import Refusal
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.visit import Visit
from bot.discord.display.words import WORDS

_SERVERS = app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False)


class ModeratorsGroup(app_commands.Group):
    """Commands of moderators: Discord shows them to who may manage the server, and to roles allowed there."""

    def __init__(
        self,
        newsroom: Newsroom,
        name: str,
        description: locale_str,
        parent: app_commands.Group | None = None,
    ) -> None:
        # Only the outermost group may say who sees it.
        outermost = parent is None
        super().__init__(
            name=name,
            description=description,
            parent=parent,
            # With `guild_only` alone the tree's own contexts would still offer it in direct messages.
            allowed_contexts=_SERVERS if outermost else None,
            default_permissions=discord.Permissions(manage_guild=True) if outermost else None,
        )
        self._newsroom = newsroom

    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        """Let moderators through.

        Raises:
            Refusal: somebody else, or no server.
        """
        require_moderator(self._newsroom.visit(interaction))
        return True


def require_moderator(visit: Visit) -> str:
    """Return the server that is moderated here.

    Raises:
        Refusal: it is a direct message, or the person is no moderator.
    """
    if visit.guild is None:
        raise Refusal(lambda language: WORDS.of(language).only_in_servers)
    if not visit.moderates:
        raise Refusal(lambda language: WORDS.of(language).moderators_only)
    return visit.guild
