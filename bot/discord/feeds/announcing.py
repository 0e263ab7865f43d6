"""Telling moderators in their channel of what feeds have found."""

import datetime
import logging

import discord

from bot.discord.adding.previews import preview_message
from bot.discord.connection.errors import Refusal
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.preferences import language_of
from bot.discord.connection.retrying import NO_REPLY, persist
from corpus.catalogue import proposals
from corpus.catalogue.proposals import Proposal
from corpus.errors import CorpusError
from retrieval.errors import RetrievalError

_log = logging.getLogger(__name__)
# What is older waits in the list alone: a channel that is set today does not get all that waited before.
_NEWS = datetime.timedelta(days=1)
_FAILURES = (discord.DiscordException, *NO_REPLY, Refusal, CorpusError, RetrievalError)


class Announcing:
    """Posts each find once, with the buttons to decide; a failure is logged once and tried again."""

    def __init__(self, client: discord.Client, newsroom: Newsroom) -> None:
        self._client = client
        self._newsroom = newsroom
        self._failing: set[str] = set()

    async def announce(self) -> None:
        """Post what has been found since the last time."""
        found = await self._newsroom.read(proposals.unannounced)
        found = [one for one in found if self._newsroom.shards.has(one.guild)]
        oldest = self._newsroom.parts.now() - _NEWS
        await self._tick([one for one in found if one.at < oldest])
        failed: set[str] = set()
        for one in found:
            channel = self._newsroom.preferences.of(one.guild).moderators_channel
            if one.guild is None or channel is None or one.at < oldest or one.guild in failed:
                continue
            if not await self._post(one, one.guild, channel):
                failed.add(one.guild)

    async def _post(self, proposal: Proposal, guild: str, channel: str) -> bool:
        try:
            message = await preview_message(
                self._newsroom, proposal, language_of(self._client, self._newsroom.preferences, guild)
            )
            place = self._client.get_partial_messageable(int(channel))
            # Discord sends what has the same nonce once: also where it did, and gave no word of it.
            await persist(lambda: place.send(**message, nonce=proposal.id))
        except _FAILURES as error:
            if guild not in self._failing:
                _log.warning("finds of feeds are not posted in channel %s: %s", channel, error)
            self._failing.add(guild)
            return False
        self._failing.discard(guild)
        await self._tick([proposal])
        return True

    async def _tick(self, told: list[Proposal]) -> None:
        if told:
            ids = [one.id for one in told]
            await self._newsroom.write(lambda connection: proposals.note_announced(connection, ids))
