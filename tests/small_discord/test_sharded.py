"""The small Discord hands each shard its own servers, and says how often shards may identify."""

from __future__ import annotations

from typing import Any

import discord as library

from tests.small_discord.connecting import connected
from tests.small_discord.loopback import Loopback
from tests.small_discord.state.people import FAR_CHANNEL_ID, FAR_GUILD_ID, READER, far_channel, far_guild


class Listening(library.AutoShardedClient):
    """Remembers the shard by which each message came."""

    def __init__(self, **how: Any) -> None:
        super().__init__(
            intents=library.Intents.default(), allowed_mentions=library.AllowedMentions.none(), **how
        )
        self.heard: list[tuple[int, str]] = []

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Wait for nothing."""

    async def on_message(self, message: library.Message) -> None:
        """Remember it."""
        self.heard.append((message.guild.shard_id if message.guild else 0, message.content))


async def test_each_shard_has_its_own_servers_and_the_first_the_direct_messages(discord: Loopback) -> None:
    discord.world.add(far_guild(), far_channel())
    discord.gateway.starts.shards = 2
    client = Listening()
    async with connected(client, discord):
        await discord.until(lambda: discord.gateway.shards == {0, 1})
        await discord.until(lambda: len(client.guilds) == 3)
        await discord.post("here", author=READER)
        await discord.post("far", author=READER, guild=FAR_GUILD_ID, channel=FAR_CHANNEL_ID)
        await discord.post("alone", author=READER, guild=None)
        await discord.until(lambda: len(client.heard) == 3)

    assert [identity["shard"] for identity in discord.gateway.identities] == [[0, 2], [1, 2]]
    assert sorted(client.heard) == [(0, ""), (0, "alone"), (1, "")]


async def test_a_client_of_one_shard_hears_of_no_other_server(discord: Loopback) -> None:
    discord.world.add(far_guild(), far_channel())
    client = Listening(shard_ids=[1], shard_count=2)
    async with connected(client, discord):
        await discord.until(lambda: client.guilds)
        await discord.post("here", author=READER)
        await discord.post("far", author=READER, guild=FAR_GUILD_ID)
        await discord.until(lambda: client.heard)

    assert [str(guild.id) for guild in client.guilds] == [FAR_GUILD_ID]
    assert client.heard == [(1, "")]


async def test_shards_that_identify_too_soon_after_each_other_are_refused(discord: Loopback) -> None:
    discord.gateway.starts.shards, discord.gateway.starts.pause = 2, 0.5
    client = Listening()
    async with connected(client, discord):
        await discord.until(lambda: discord.gateway.shards == {0, 1}, 30)

    assert set(discord.gateway.starts.too_early) == {1}
