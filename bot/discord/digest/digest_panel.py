"""What a server has set of its digest as moderators see it, with what changes it."""

import datetime
from typing import Any

import discord
from discord import ChannelType, SelectDefaultValue, SelectDefaultValueType

from bot.discord.connection.components import button, custom_id, rows
from bot.discord.digest.channels import can_stand
from bot.discord.digest.words import DIGEST, DigestWords
from corpus.catalogue.digests import Digest, Every

CHANNEL, EVERY, HOUR, SHOW = "digest-channel", "digest-every", "digest-hour", "digest-show"
_HOURS = 24


def settings_message(
    digest: Digest,
    next_one: datetime.datetime | None,
    zone: str,
    guild: discord.Guild | None,
    language: str,
) -> dict[str, Any]:
    """Return the settings and their menus as a message to send or to edit.

    Args:
        digest: as it is set now.
        next_one: when the next is due (UTC); None where none is.
        zone: the name of the server's time zone.
        guild: the server, as far as the bot knows it.
        language: that of the bot's own words.
    """
    words = DIGEST.of(language)
    lines = [_state(digest, next_one, words), words.explained, words.zone.format(zone=f"`{zone}`")]
    if digest.channel is not None and not can_stand(guild, digest.channel):
        lines.append(f"**{words.cannot_post.format(channel=f'<#{digest.channel}>')}**")
    embed = discord.Embed(description="\n".join(lines)).set_author(name=words.heading)
    return {"content": None, "embed": embed, "view": _view(digest, guild, words)}


def _state(digest: Digest, next_one: datetime.datetime | None, words: DigestWords) -> str:
    if next_one is None:
        return words.off
    moment = f"<t:{int(next_one.timestamp())}:F>"
    return words.next_one.format(channel=f"<#{digest.channel}>", at=moment)


def _view(digest: Digest, guild: discord.Guild | None, words: DigestWords) -> discord.ui.View:
    return rows(
        [_channel(digest.channel, guild, words)],
        [_every(digest.every, words)],
        [_hour(digest.hour, words)],
        [button(words.show_now, SHOW)],
    )


def _channel(
    chosen: str | None, guild: discord.Guild | None, words: DigestWords
) -> discord.ui.ChannelSelect[Any]:
    # Discord refuses a menu in which something is chosen that is no longer there.
    there = [chosen] if chosen and guild is not None and guild.get_channel(int(chosen)) else []
    return discord.ui.ChannelSelect(
        custom_id=custom_id(CHANNEL),
        placeholder=words.choose_channel,
        channel_types=[ChannelType.text, ChannelType.news],
        default_values=[
            SelectDefaultValue(id=int(number), type=SelectDefaultValueType.channel) for number in there
        ],
    )


def _every(chosen: Every, words: DigestWords) -> discord.ui.Select[Any]:
    offered = [
        discord.SelectOption(label=name, value=every.value, default=every is chosen)
        for every, name in words.every.items()
    ]
    return discord.ui.Select(custom_id=custom_id(EVERY), options=offered)


def _hour(chosen: int, words: DigestWords) -> discord.ui.Select[Any]:
    offered = [
        discord.SelectOption(label=words.hour.format(hour=hour), value=str(hour), default=hour == chosen)
        for hour in range(_HOURS)
    ]
    return discord.ui.Select(custom_id=custom_id(HOUR), options=offered)
