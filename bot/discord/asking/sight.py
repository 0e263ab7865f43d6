"""Whether a person sees where an answer is shown: what they do see is read back, of the rest nothing."""

from collections.abc import Sequence
from typing import Any

import discord

from bot.discord.connection.errors import Gone
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.retrying import NO_REPLY
from corpus.catalogue import answers, posted
from corpus.catalogue.answers import Given
from corpus.catalogue.connection import Connection
from retrieval.answering.explaining import Explanation, recall

_NEEDED = discord.Permissions(view_channel=True, read_message_history=True)
_Channel = discord.abc.GuildChannel | discord.Thread


async def require_seen(
    newsroom: Newsroom, interaction: discord.Interaction[Any], answer_id: str, *, named: bool = False
) -> None:
    """Let through who is shown an answer where they are, or sees a message that shows it.

    Args:
        newsroom: remembers where answers are shown.
        interaction: that names the answer.
        answer_id: of the answer.
        named: whether the person typed it, and no message of the bot's led to it. Only then does an answer
            that is shown nowhere not count as seen: a button stands under what it names.

    Raises:
        Gone: the person does not see it, as if there were none.
    """
    cards = await newsroom.read(lambda connection: posted.shown_in(connection, answer_id))
    if not cards and not named:
        return
    if not await _sees_one(interaction, [channel for _, channel in cards]):
        raise Gone


async def sees(interaction: discord.Interaction[Any], channel_id: str) -> bool:
    """Say whether the person of an interaction sees what was said in a channel, wherever that is."""
    if channel_id == str(interaction.channel_id):
        return True
    person, guild = interaction.user, interaction.guild
    if guild is None or not isinstance(person, discord.Member):
        return False
    channel = guild.get_channel_or_thread(int(channel_id)) or await _archived(interaction, int(channel_id))
    return channel is not None and channel.guild.id == guild.id and await _may_read(person, channel)


async def _sees_one(interaction: discord.Interaction[Any], channels: Sequence[str]) -> bool:
    for channel in dict.fromkeys(channels):
        if await sees(interaction, channel):
            return True
    return False


async def _archived(interaction: discord.Interaction[Any], channel_id: int) -> _Channel | None:
    """Return a channel that the bot keeps no record of, such as a thread that was archived."""
    try:
        found = await interaction.client.fetch_channel(channel_id)
    except (discord.DiscordException, *NO_REPLY):
        return None
    return found if isinstance(found, _Channel) else None


async def _may_read(person: discord.Member, channel: _Channel) -> bool:
    try:
        rights = channel.permissions_for(person)
    except discord.ClientException:  # a thread of a channel that the bot was not told of
        return False
    if not rights.is_superset(_NEEDED):
        return False
    if not isinstance(channel, discord.Thread) or not channel.is_private() or rights.manage_threads:
        return True
    return await _is_member(channel, person)


async def _is_member(thread: discord.Thread, person: discord.Member) -> bool:
    try:
        await thread.fetch_member(person.id)
    except (discord.DiscordException, *NO_REPLY):
        return False
    return True


async def recalled(
    newsroom: Newsroom,
    interaction: discord.Interaction[Any],
    answer_id: str,
    guild: str | None,
    *,
    named: bool = False,
) -> Explanation:
    """Return an answer and how it came about, to who sees a message that shows it.

    Args:
        newsroom: remembers it.
        interaction: that names the answer.
        answer_id: of the answer.
        guild: where the interaction is.
        named: whether the person typed it, as for `require_seen`.

    Raises:
        Gone: there is none of that id, it was given elsewhere, or the person does not see it.
        Busy: too much is waiting already.
    """
    await require_seen(newsroom, interaction, answer_id, named=named)
    catalogue = newsroom.parts.catalogue
    found = await newsroom.workers.run(lambda: recall(catalogue, answer_id, guild), short=True)
    if found is None:
        raise Gone
    return found


def require_given(connection: Connection, answer_id: str, guild: str | None) -> Given:
    """Return an answer as it is remembered.

    Raises:
        Gone: there is none of that id, or it was given elsewhere.
    """
    given = answers.find(connection, answer_id, guild)
    if given is None:
        raise Gone
    return given
