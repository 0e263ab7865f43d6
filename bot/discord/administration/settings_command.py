"""The `/newsdesk settings` command, for those who may manage the server."""

from typing import Any

import discord
from discord import app_commands

from bot.discord.administration.changing import Changing, require_manager
from bot.discord.administration.leaving_out import LeavingOut
from bot.discord.administration.nights import Nights
from bot.discord.connection.components import Handler
from bot.discord.connection.delivery import think
from bot.discord.connection.floor import Floor
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.translation import said
from bot.discord.connection.visit import Visit

OPEN = "settings-open"  # of a button that shows the settings to who clicks, in a message of their own
# Annotations stay real in this file: discord.py reads them to describe the options to Discord.

_SERVERS = app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False)


def install(floor: Floor) -> None:
    """Hang the command and the handlers of what is chosen."""
    changing = Changing(floor.newsroom)
    changing.install(floor.components)
    LeavingOut(changing).install(floor.components)
    floor.components.add(OPEN, _opening(changing))
    Nights(changing).install(floor.components)
    group = _ManagersGroup(floor.newsroom)
    group.add_command(_settings(changing))
    floor.tree.add_command(group)


class _ManagersGroup(app_commands.Group):
    """Commands of those who may manage the server, whatever the server's own settings say."""

    def __init__(self, newsroom: Newsroom) -> None:
        super().__init__(
            name="newsdesk",
            description=said("How I behave in this server", "Hoe ik me in deze server gedraag"),
            # With `guild_only` alone the tree's own contexts would still offer it in direct messages.
            allowed_contexts=_SERVERS,
            default_permissions=discord.Permissions(manage_guild=True),
        )
        self._newsroom = newsroom

    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        """Let those who may manage the server through.

        Raises:
            Refusal: somebody else, or no server.
        """
        require_manager(interaction, self._newsroom.visit(interaction))
        return True


def _opening(changing: Changing) -> Handler:
    async def opened(interaction: discord.Interaction[Any], visit: Visit) -> None:
        require_manager(interaction, visit)
        await think(interaction, private=True)
        await changing.show(interaction)

    return opened


def _settings(changing: Changing) -> app_commands.Command[Any, ..., None]:
    @app_commands.command(
        name="settings",
        description=said(
            "See and change how I behave in this server", "Bekijk en wijzig hoe ik me in deze server gedraag"
        ),
    )
    async def settings(interaction: discord.Interaction[Any]) -> None:
        await think(interaction, private=True)
        await changing.show(interaction)

    return settings
