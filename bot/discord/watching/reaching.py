"""Where somebody who watches is reached: in the channel where they asked, or in a direct message."""

from dataclasses import dataclass

import discord

from corpus.catalogue.watches import Watch

_UNKNOWN_MEMBER, _UNKNOWN_USER = 10007, 10013
Channel = discord.abc.Messageable


class OutOfReach(Exception):
    """The person is not in the server any more: what they watch there ends."""


class NotNow(Exception):
    """The server cannot be reached at present: it is unavailable, or the bot is not in it."""


@dataclass(frozen=True, slots=True)
class Reach:
    """Where a person is told; `member` is who in the server, None in direct messages without a server.

    `channel` is a channel that the person sees and the bot may write in, None where they are told directly.
    """

    watch: Watch
    server: discord.Guild | None
    member: discord.Member | None
    channel: discord.TextChannel | discord.Thread | discord.VoiceChannel | discord.StageChannel | None = None

    @property
    def may(self) -> discord.Permissions:
        """What the bot may do in the channel."""
        if self.channel is None or self.server is None:
            return discord.Permissions.none()
        return self.channel.permissions_for(self.server.me)


async def reach(client: discord.Client, watch: Watch) -> Reach:
    """Return where somebody is told of what they watch.

    Raises:
        OutOfReach: they are not in the server any more.
        NotNow: the server cannot be reached.
        DiscordException: Discord does not answer.
    """
    if watch.guild is None:
        return Reach(watch, None, None)
    server = client.get_guild(int(watch.guild))
    if server is None or server.unavailable:
        raise NotNow
    member = await _member(server, int(watch.person))
    if watch.private:
        return Reach(watch, server, member)
    place = Reach(watch, server, member, await _channel(server, int(watch.channel)))
    return place if _open(place, member) else Reach(watch, server, member)


def direct(client: discord.Client, place: Reach) -> Channel:
    """Return the direct messages of a person."""
    if place.member is not None:
        return place.member
    return client.get_partial_messageable(int(place.watch.channel), type=discord.ChannelType.private)


async def _member(server: discord.Guild, person: int) -> discord.Member:
    try:
        return await server.fetch_member(person)
    except discord.NotFound as error:
        if error.code in {_UNKNOWN_MEMBER, _UNKNOWN_USER}:
            raise OutOfReach from error
        raise


async def _channel(
    server: discord.Guild, number: int
) -> discord.TextChannel | discord.Thread | discord.VoiceChannel | discord.StageChannel | None:
    try:
        found = server.get_channel_or_thread(number) or await server.fetch_channel(number)
    except (discord.NotFound, discord.Forbidden, discord.InvalidData):
        return None
    written_in = discord.TextChannel | discord.Thread | discord.VoiceChannel | discord.StageChannel
    return found if isinstance(found, written_in) else None


def _open(place: Reach, member: discord.Member) -> bool:
    """Say whether the person sees the channel and the bot may write there."""
    if place.channel is None:
        return False
    try:
        sees, may = place.channel.permissions_for(member), place.may
    except discord.ClientException:  # a thread of a channel that the bot was not told of
        return False
    writes = may.send_messages_in_threads if isinstance(place.channel, discord.Thread) else may.send_messages
    return sees.view_channel and may.view_channel and writes
