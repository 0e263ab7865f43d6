"""The `/newsdesk settings` command, for those who may manage the server."""

from dataclasses import replace
from typing import Any

import discord
from discord import app_commands

from bot.discord.administration.changing import Changing, require_manager
from bot.discord.administration.leaving_out import LeavingOut
from bot.discord.administration.left_out_outlets import BACK
from bot.discord.administration.panel import NIGHTS, city
from bot.discord.administration.words import ADMINISTRATION
from bot.discord.connection.components import Components, Handler, button, chosen, custom_id, rows
from bot.discord.connection.delivery import hold, show, think
from bot.discord.connection.floor import Floor
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.tree import said
from bot.discord.connection.visit import Visit

OPEN = "settings-open"  # of a button that shows the settings to who clicks, in a message of their own
# Annotations stay real in this file: discord.py reads them to describe the options to Discord.

_SERVERS = app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False)
_CHOSEN = "set-nights-chosen"
_NEVER = "never"
# A menu holds 25: where Dutch or English is spoken, and the great cities of the rest of the world.
ZONES = (
    *("Europe/Amsterdam", "Europe/Brussels", "Europe/London", "Europe/Dublin", "Europe/Berlin"),
    *("Europe/Lisbon", "Europe/Athens", "America/St_Johns", "America/Halifax", "America/New_York"),
    *("America/Chicago", "America/Denver", "America/Los_Angeles", "America/Curacao"),
    *("America/Paramaribo", "Africa/Lagos", "Africa/Johannesburg", "Africa/Nairobi", "Asia/Kolkata"),
    *("Asia/Jakarta", "Asia/Singapore", "Australia/Perth", "Australia/Sydney", "Pacific/Auckland"),
)


class Nights:
    """Handles the page of the night; what is kept is kept as the other settings are."""

    def __init__(self, changing: Changing) -> None:
        self._changing = changing

    def install(self, components: Components) -> None:
        """Have the handlers called."""
        components.add(NIGHTS, self._open)
        components.add(_CHOSEN, self._chosen)

    async def _open(self, interaction: discord.Interaction[Any], visit: Visit) -> None:
        require_manager(interaction, visit)
        await hold(interaction)
        words = ADMINISTRATION.of(visit.language)
        embed = discord.Embed(description=words.nights_how).set_author(name=words.nights)
        menu: discord.ui.Select[Any] = discord.ui.Select(
            custom_id=custom_id(_CHOSEN), options=_options(visit.settings.quiet, words.told_at_night)
        )
        await show(interaction, embed=embed, view=rows([menu], [button(words.back, BACK)]))

    async def _chosen(self, interaction: discord.Interaction[Any], visit: Visit) -> None:
        guild = require_manager(interaction, visit)
        (zone,) = chosen(interaction)
        await hold(interaction)
        quiet = zone if zone in ZONES else None
        await self._changing.change(guild, lambda settings: replace(settings, quiet=quiet))
        await self._changing.show(interaction)


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


def _options(quiet: str | None, never: str) -> list[discord.SelectOption]:
    zones = [
        discord.SelectOption(label=city(zone), value=zone, default=zone == quiet)
        for zone in sorted(ZONES, key=city)
    ]
    return [discord.SelectOption(label=never, value=_NEVER, default=quiet is None), *zones]
