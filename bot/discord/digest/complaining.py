"""Telling the moderators, once, that their digest cannot be posted."""

from __future__ import annotations

import datetime
import logging

import discord

from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.retrying import NO_REPLY, persist
from bot.discord.connection.server_language import language_of
from bot.discord.digest.words import DIGEST
from corpus.catalogue import digests
from corpus.catalogue.digests import Digest

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
