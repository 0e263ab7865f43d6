"""What hangs the greeting on the bot: its events, its chore and the handlers of its buttons."""

from typing import Any

import discord

from bot.discord.adding.proposing import open_form
from bot.discord.connection.chores import Chore
from bot.discord.connection.delivery import show, think
from bot.discord.connection.floor import Floor
from bot.discord.connection.visit import Visit
from bot.discord.greeting.joining import ADD, HELP, Arrivals
from bot.discord.helping.help_card import help_message

_TEN_MINUTES = 600.0


def install(floor: Floor) -> None:
    """Have joins noticed, and the buttons of the greeting handled."""
    arrivals = Arrivals(floor.client, floor.newsroom)
    _listen(floor.client, arrivals)
    floor.chores.add(Chore("servers", _TEN_MINUTES, arrivals.look_round))

    async def helped(interaction: discord.Interaction[Any], visit: Visit) -> None:
        await think(interaction, private=True)
        await show(interaction, **await help_message(floor.newsroom, visit))

    async def add(interaction: discord.Interaction[Any], visit: Visit) -> None:
        await open_form(interaction, visit)

    floor.components.add(ADD, add)
    floor.components.add(HELP, helped)


def _listen(client: discord.AutoShardedClient, arrivals: Arrivals) -> None:
    async def on_shard_connect(shard: int) -> None:
        await arrivals.connected(shard)

    async def on_guild_join(guild: discord.Guild) -> None:
        await arrivals.arrived(guild)

    async def on_guild_available(guild: discord.Guild) -> None:
        await arrivals.arrived(guild)

    async def on_guild_remove(guild: discord.Guild) -> None:
        await arrivals.left(guild)

    for event in (on_shard_connect, on_guild_join, on_guild_available, on_guild_remove):
        client.event(event)
