"""Telling, at the start and later, whom a bot that died left waiting: each once, and how to go on."""

from __future__ import annotations

import datetime
import logging
from collections.abc import AsyncIterator
from typing import Any

import discord

from bot.discord.connection.chores import Chore
from bot.discord.connection.floor import Floor
from bot.discord.connection.ledger import Ledger, is_over, lives, run_of
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.retrying import NO_REPLY, may_pass, persist
from bot.discord.interrupted.remains import MENTION_LIVES, TOKEN_LIVES, is_unfinished, put_right, seen
from bot.discord.interrupted.words import INTERRUPTED
from bot.discord.talking.addressed import heard
from bot.discord.talking.message_text import own_words
from corpus.catalogue import proposals, underway
from corpus.catalogue.proposals import Proposal
from corpus.catalogue.underway import Begun
from retrieval.question.utterances.kinds import Kind

EVERY = 30.0
_ORIGINAL: Any = "@original"  # discord.py writes numbers of messages into addresses; this stands for one
_REPLIES = 50
_log = logging.getLogger(__name__)


def install(floor: Floor) -> None:
    """Add the chore."""
    interrupted = Interrupted(floor.client, floor.newsroom, floor.reception.ledger)
    floor.chores.add(Chore("interrupted requests", EVERY, interrupted.tell))


class Interrupted:
    """Goes through what runs that are over have left."""

    def __init__(self, client: discord.Client, newsroom: Newsroom, ledger: Ledger) -> None:
        self._client = client
        self._newsroom = newsroom
        self._ledger = ledger

    async def tell(self) -> None:
        """Put right what was left, and strike it out; what Discord may take later stays."""
        now = self._newsroom.parts.now()
        for begun in await self._newsroom.read(underway.left):
            # What another process has under way, or left, is on its shards or those of who comes after it.
            if not self._newsroom.shards.has(begun.guild):
                continue
            if not is_over(run_of(begun.run), self._ledger.run, now - begun.at, lives):
                continue
            try:
                await self._put_right(begun, now - begun.at)
            except (discord.DiscordException, *NO_REPLY) as error:
                _log.info("request %s was interrupted, and that could not be told: %s", begun.id, error)
                if may_pass(error):
                    continue
            self._ledger.end(begun.id)

    async def _put_right(self, begun: Begun, age: datetime.timedelta) -> None:
        if begun.token is None:
            if age < MENTION_LIVES:
                await self._reply(begun)
        elif age < TOKEN_LIVES:
            hook = discord.Webhook.partial(int(begun.application_id or 0), begun.token, client=self._client)
            await self._edit(begun, _Answer(hook))
        elif begun.message_id is not None and begun.channel_id is not None:
            place = self._client.get_partial_messageable(int(begun.channel_id))
            await self._edit(begun, place.get_partial_message(int(begun.message_id)))

    async def _edit(self, begun: Begun, message: _Answer | discord.PartialMessage) -> None:
        shown = await persist(message.fetch)
        proposal = await self._proposal(begun)
        clicked = begun.message_id == str(shown.id)
        edit = put_right(begun, seen(shown), proposal, clicked=clicked)
        if edit is not None:
            await persist(lambda: message.edit(**edit))

    async def _proposal(self, begun: Begun) -> Proposal | None:
        """Return what a request is about: the proposal that it was to show, or that was clicked on."""
        _, _, arguments = (begun.custom_id or "").partition(":")
        named = begun.proposal_id or arguments.partition(":")[0]
        return await self._newsroom.read(lambda connection: proposals.find(connection, named, begun.guild))

    async def _reply(self, begun: Begun) -> None:
        sentence = INTERRUPTED.of(begun.language).ask_again
        place = self._client.get_partial_messageable(
            int(begun.channel_id or 0), guild_id=int(begun.guild) if begun.guild else None
        )
        replies = [one async for one in self._replies(place, int(begun.id))]
        for reply in replies:
            if is_unfinished(seen(reply)):
                await persist(lambda: reply.edit(content=sentence, embeds=[], view=None))  # noqa: B023 - awaited here
        if not replies and await self._asks(place, begun):
            to = place.get_partial_message(int(begun.id)).to_reference(fail_if_not_exists=False)
            await persist(
                lambda: place.send(sentence, reference=to, mention_author=False, nonce=int(begun.id))
            )

    async def _asks(self, place: discord.PartialMessageable, begun: Begun) -> bool:
        """Say whether a message would have been answered: thanks and remarks get no apology either."""
        me = self._client.user.id if self._client.user is not None else 0
        message = await persist(lambda: place.fetch_message(int(begun.id)))
        named, text = begun.guild is None or heard(message, me).named, own_words(message, me)
        if not text:
            return named
        told = await self._newsroom.workers.run(lambda: self._newsroom.parts.tell(text), short=True)
        return Kind.QUESTION is (told.likeliest if named else told.kind)

    async def _replies(
        self, place: discord.PartialMessageable, number: int
    ) -> AsyncIterator[discord.Message]:
        async for message in place.history(limit=_REPLIES, after=discord.Object(number)):
            reference = message.reference.message_id if message.reference is not None else None
            if message.author == self._client.user and reference == number:
                yield message


class _Answer:
    """The message that an interaction is answered in, by its token."""

    def __init__(self, hook: discord.Webhook) -> None:
        self._hook = hook

    async def fetch(self) -> discord.Message:
        return await self._hook.fetch_message(_ORIGINAL)

    async def edit(self, **message: Any) -> object:  # noqa: ANN401 - discord.py's own arguments
        return await self._hook.edit_message(
            _ORIGINAL, **message, allowed_mentions=discord.AllowedMentions.none()
        )
