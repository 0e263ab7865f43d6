"""What may stand in which channel, and telling moderators once that their digest may not."""

import datetime
import logging
from collections.abc import Iterable

import discord

from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.preferences import language_of
from bot.discord.connection.retrying import NO_REPLY, persist
from bot.discord.digest.words import DIGEST
from corpus.catalogue import digests
from corpus.catalogue.digests import Digest

# Without the history it cannot be told whether a post that was begun stands there already.
_NEEDED = discord.Permissions(
    view_channel=True, send_messages=True, embed_links=True, read_message_history=True
)
_AGAIN = datetime.timedelta(minutes=15)
_log = logging.getLogger(__name__)


class Complaining:
    """Puts off what cannot be posted, and says so in the moderators' channel."""

    def __init__(self, client: discord.Client, newsroom: Newsroom) -> None:
        self._client = client
        self._newsroom = newsroom

    async def complain(self, digest: Digest, why: str) -> None:
        """Try a digest again later, and say so once until it is posted or another channel is chosen."""
        again = self._newsroom.parts.now() + _AGAIN
        # Noted before it is said: they are rather not told, and see it at `/digest`, than told twice.
        new = await self._newsroom.write(lambda connection: digests.complain(connection, digest.guild, again))
        if new:
            _log.warning(
                "the digest of server %s is not posted in channel %s: %s", digest.guild, digest.channel, why
            )
            await self._tell(digest)

    async def _tell(self, digest: Digest) -> None:
        private = self._newsroom.preferences.of(digest.guild).moderators_channel
        if private is None or private == digest.channel:
            return
        words = DIGEST.of(language_of(self._client, self._newsroom.preferences, digest.guild))
        sentence = words.complaint.format(channel=f"<#{digest.channel}>")
        try:
            await persist(lambda: self._client.get_partial_messageable(int(private)).send(sentence))
        except (discord.DiscordException, *NO_REPLY) as error:
            _log.warning("the moderators of server %s are not told: %s", digest.guild, error)


def can_stand(guild: discord.Guild | None, channel: str) -> bool:
    """Tell whether the bot can post a digest in a channel, as far as it knows without asking Discord."""
    place = guild.get_channel(int(channel)) if guild is not None else None
    return guild is not None and place is not None and place.permissions_for(guild.me).is_superset(_NEEDED)


def may_be_told(
    guild: discord.Guild | None, asked_in: Iterable[str], channel: str, private: str | None
) -> bool:
    """Tell whether a question may be repeated in `channel`.

    Who reads that must be able to see where it was asked. Moderators see the questions of all channels: in
    their channel, `private`, any may be repeated.
    """
    return channel == private or any(one == channel or _is_open(guild, one) for one in asked_in)


def _is_open(guild: discord.Guild | None, channel: str) -> bool:
    """Tell whether everybody in the server sees a channel."""
    place = guild.get_channel_or_thread(int(channel)) if guild is not None else None
    if guild is None or place is None or (isinstance(place, discord.Thread) and place.is_private()):
        return False
    outer = place.parent if isinstance(place, discord.Thread) else place
    return outer is not None and outer.permissions_for(guild.default_role).view_channel
