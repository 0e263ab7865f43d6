"""Posting what is due: once, whenever the bot ends between two steps.

A post is noted as begun before it is sent, and as told once it was. Where the bot finds one that was begun,
it looks for it in the channel by its mark, which its button carries, before it sends it again; two that are
sent within minutes of each other are one to Discord by their nonce, the same mark.
"""

import logging

import discord

from bot.discord.connection.components import button, custom_id, rows
from bot.discord.connection.errors import Refusal
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.preferences import language_of
from bot.discord.connection.retrying import NO_REPLY, persist
from bot.discord.digest.channels import Complaining, can_stand
from bot.discord.digest.digest_card import digest_card
from bot.discord.digest.drawing_up_digest import Drawing
from bot.discord.digest.standing import stands
from bot.discord.digest.words import DIGEST
from bot.discord.digest.zones import zone_of
from corpus.catalogue import digests, journal
from corpus.catalogue.digests import Digest, Sending
from corpus.errors import CorpusError
from retrieval.curating.digest.due import is_due
from retrieval.errors import RetrievalError

OPEN = "digest"
_FAILURES = (discord.DiscordException, *NO_REPLY, Refusal, CorpusError, RetrievalError)
_REFUSED = (discord.Forbidden, discord.NotFound)

_log = logging.getLogger(__name__)


class Posting:
    """Posts the digests that are due."""

    def __init__(self, client: discord.Client, newsroom: Newsroom, drawing: Drawing) -> None:
        self._client = client
        self._newsroom = newsroom
        self._drawing = drawing
        self._complaining = Complaining(client, newsroom)

    async def post_due(self) -> None:
        """Post the digest of each server in which one is due; a failure of one keeps no other back."""
        for digest in await self._newsroom.read(digests.switched_on):
            zone = zone_of(self._newsroom.preferences.of(digest.guild).time_zone)
            here = self._client.get_guild(int(digest.guild)) is not None
            if here and is_due(digest, zone, self._newsroom.parts.now()):
                await self._try(digest)

    async def _try(self, digest: Digest) -> None:
        try:
            await self._post(digest)
        except _REFUSED as error:
            await self._complaining.complain(digest, str(error))
        except _FAILURES as error:
            # What was begun stays so: the next turn looks whether it stands there.
            _log.warning("the digest of server %s is not posted yet: %s", digest.guild, error)

    async def _post(self, digest: Digest) -> None:
        channel = digest.channel or ""
        if not can_stand(self._client.get_guild(int(digest.guild)), channel):
            await self._complaining.complain(digest, "permissions are missing, or the channel is gone")
            return
        begun = digest.sending
        if begun is None:
            await self._draw_and_send(digest, None)
        elif await stands(self._client, begun, custom_id(OPEN, begun.mark), moved=begun.channel != channel):
            await self._told(digest, begun)
        else:
            await self._draw_and_send(digest, await self._here(digest, begun))

    async def _draw_and_send(self, digest: Digest, begun: Sending | None) -> None:
        until = begun.until if begun else await self._newsroom.read(journal.latest)
        drawn = await self._drawing.draw(digest, until)
        now = self._newsroom.parts.now()
        if begun is None and drawn.empty:
            await self._newsroom.write(lambda connection: digests.pass_over(connection, digest, until, now))
            return
        begun = begun or await self._newsroom.write(
            lambda connection: digests.begin(connection, digest, until, now)
        )
        if begun is None:  # another bot on the same catalogue was quicker
            return
        if not drawn.empty:
            language = language_of(self._client, self._newsroom.preferences, digest.guild)
            await self._send(digest, begun, digest_card(drawn, language), language)
        await self._told(digest, begun)

    async def _here(self, digest: Digest, begun: Sending) -> Sending | None:
        """Return what was begun if it is still to stand there; given up, where the channel is another now."""
        if begun.channel == digest.channel:
            return begun
        await self._newsroom.write(lambda connection: digests.give_up(connection, digest.guild, begun))
        return None

    async def _send(self, digest: Digest, begun: Sending, card: discord.Embed, language: str) -> None:
        settings: discord.ui.Button[discord.ui.View] = button(DIGEST.of(language).settings, OPEN, begun.mark)
        place = self._client.get_partial_messageable(int(begun.channel))
        try:
            # discord.py has Discord enforce a nonce: what is sent again after a lost reply is shown once.
            await persist(lambda: place.send(embed=card, view=rows([settings]), nonce=begun.mark))
        except _REFUSED:
            await self._newsroom.write(lambda connection: digests.give_up(connection, digest.guild, begun))
            raise

    async def _told(self, digest: Digest, begun: Sending) -> None:
        now = self._newsroom.parts.now()
        await self._newsroom.write(
            lambda connection: digests.note_posted(connection, digest.guild, begun, now)
        )
