"""The document of an interaction, as the gateway sends it to the bot."""

from __future__ import annotations

from tests.small_discord.screen.turns import Turn
from tests.small_discord.state import payloads
from tests.small_discord.state.payloads import APPLICATION_ID, Json
from tests.small_discord.state.people import BOT, Channel, Person
from tests.small_discord.state.world import World

_IN_GUILD, _IN_DIRECT_MESSAGE = 0, 1


def interaction(world: World, turn: Turn, data: Json, locale: str, may: int | None) -> Json:
    """Describe a turn; `may` is what the bot may do there, worked out where it is None."""
    permitted = world.permissions(BOT, turn.channel) if may is None else may
    return {
        "id": turn.number,
        "application_id": APPLICATION_ID,
        "type": turn.kind,
        "token": turn.token,
        "version": 1,
        "channel_id": turn.channel.id,
        "attachment_size_limit": 10_485_760,
        "entitlements": [],
        "locale": locale,
        "app_permissions": str(permitted),
        "authorizing_integration_owners": {"0": turn.guild or "0"},
        "data": data,
        **_place(world, turn.guild, turn.channel, turn.by),
    }


def _place(world: World, guild_id: str | None, channel: Channel, person: Person) -> Json:
    """Describe a channel of a server, or a direct message where there is none."""
    permitted = str(world.permissions(person, channel)) if channel.guild == guild_id else "0"
    described = payloads.channel(channel) | {"permissions": permitted}
    if guild_id is None:
        return {"context": _IN_DIRECT_MESSAGE, "channel": described, "user": payloads.user(person)}
    guild = world.guilds[guild_id]
    member = payloads.member(guild, person) | {"user": payloads.user(person), "permissions": permitted}
    return {
        "context": _IN_GUILD,
        "guild_id": guild_id,
        "guild_locale": guild.locale,
        "guild": {"id": guild_id, "locale": guild.locale, "features": []},
        "channel": described,
        "member": member,
    }
