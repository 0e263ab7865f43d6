"""Hearing messages: a mention, a reply, a message in the bot's own thread, a direct message, and edits."""

import asyncio
import datetime
from weakref import WeakValueDictionary

import discord

from bot.discord.asking.asker import Asker
from bot.discord.connection.floor import Floor
from bot.discord.connection.reception import Reception, Request
from bot.discord.connection.visit import Visit, by_message
from bot.discord.talking.addressed import Heard, heard, is_for_me, way_of
from bot.discord.talking.attending import Attending
from bot.discord.talking.message_text import own_words
from bot.discord.talking.replies import Replies

# Discord tells of an edit at once, and tells of old ones again where a message is pinned or its links load.
_JUST_EDITED = datetime.timedelta(minutes=5)


def install(floor: Floor, asker: Asker) -> None:
    """Have messages answered as they come, and again where their words are changed."""
    talk = Talk(floor.client, floor.reception, Attending(floor.client, asker))

    async def on_message(message: discord.Message) -> None:
        await talk.hear(message)

    async def on_raw_message_edit(told: discord.RawMessageUpdateEvent) -> None:
        edited = told.message.edited_at
        if edited is not None and floor.newsroom.parts.now() - edited < _JUST_EDITED:
            await talk.hear(told.message, again=True)

    floor.client.event(on_message)
    floor.client.event(on_raw_message_edit)


class Talk:
    """Hears every message that the bot is told of, and attends to those that are meant for it."""

    def __init__(self, client: discord.Client, reception: Reception, attending: Attending) -> None:
        self._client = client
        self._reception = reception
        self._attending = attending
        # What is edited while it is being answered is answered again after that.
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def hear(self, message: discord.Message, *, again: bool = False) -> None:
        """Attend to a message, if it is meant for the bot; `again` where it was edited."""
        me = self._client.user
        if me is None:
            return
        facts = heard(message, me.id)
        visit = self._visit(message, me.id)
        if not is_for_me(facts, visit.settings):
            return
        replies = Replies(message, lambda: self._attending.barred.tell(message, visit.language))
        where = {"guild": visit.guild, "channel_id": str(message.channel.id)}
        way = way_of(facts)
        request = Request(
            message.id,
            visit.language,
            lambda sentence: self._say(replies, facts, sentence),
            where,
            way.name.lower() if way is not None else "message",
        )
        turn = self._turns.setdefault(message.id, asyncio.Lock())
        async with turn:
            await self._reception.serve(
                request, lambda: self._attending.attend(message, facts, visit, replies, again=again)
            )

    async def _say(self, replies: Replies, facts: Heard, sentence: str) -> None:
        """Say why there is no answer; not to what was never found to be a question."""
        if facts.named or replies.begun or await self._attending.is_asked(replies.message):
            await replies.say(sentence)

    def _visit(self, message: discord.Message, me: int) -> Visit:
        guild = str(message.guild.id) if message.guild is not None else None
        return by_message(message, self._reception.newsroom.preferences.of(guild), own_words(message, me))
