"""The `/digest` command; what hangs the whole feature on the bot."""

from typing import Any

import discord
from discord import app_commands
from discord.app_commands import Choice

from bot.discord.connection.chores import Chore
from bot.discord.connection.floor import Floor
from bot.discord.connection.tree import said
from bot.discord.digest.drawing_up_digest import Drawing
from bot.discord.digest.post import Posting
from bot.discord.digest.setting import Setting
from bot.discord.digest.zones import require_zone, suggested

# Annotations stay real in this file: discord.py reads them to describe the options to Discord.

_SECONDS = 60.0
_ZONE = 100


def install(floor: Floor) -> None:
    """Hang the command, the handlers of its menus, and the posting of what is due."""
    drawing = Drawing(floor.client, floor.newsroom)
    setting = Setting(floor.newsroom, drawing)
    setting.install(floor.components)
    floor.tree.add_command(_digest(setting))
    posting = Posting(floor.client, floor.newsroom, drawing)
    floor.chores.add(Chore("digests", _SECONDS, posting.post_due))


def _digest(setting: Setting) -> app_commands.Command[Any, ..., None]:
    @app_commands.command(
        name="digest",
        description=said(
            "Have what came in posted every day or week, by story, with the questions that it answers",
            "Laat elke dag of week plaatsen wat erbij kwam, per verhaal, met de vragen die het beantwoordt",
        ),
    )
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    @app_commands.describe(
        time_zone=said(
            "The time zone of this server, such as Europe/Amsterdam",
            "De tijdzone van deze server, zoals Europe/Amsterdam",
        )
    )
    @app_commands.autocomplete(time_zone=_zones)
    async def digest(
        interaction: discord.Interaction[Any], time_zone: app_commands.Range[str, 1, _ZONE] | None = None
    ) -> None:
        await setting.open(interaction, require_zone(time_zone) if time_zone is not None else None)

    return digest


async def _zones(_interaction: discord.Interaction[Any], typed: str) -> list[Choice[str]]:
    return [Choice(name=name, value=name) for name in suggested(typed)]
