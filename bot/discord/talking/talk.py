"""Answering messages: a mention, a reply, a message in the bot's own thread, a direct message."""

from __future__ import annotations

import discord

from bot.discord.asking.asker import Asker
from bot.discord.cards.escape import inline
from bot.discord.errors import Refusal
from bot.discord.floor import Floor
from bot.discord.limits import Limits
from bot.discord.reception import Reception, Request
from bot.discord.talking.addressed import Heard, heard, way_of
from bot.discord.talking.barred import Barred
from bot.discord.talking.conversation import Conversations
from bot.discord.talking.replying import Reply, privately, typing
from bot.discord.talking.text import LONGEST, question_of
from bot.discord.talking.understanding import understand
from bot.discord.talking.unreadable import Unreadable
from bot.discord.talking.words import TALKING
from bot.discord.visit import Visit, by_message
from corpus.tokens import words
from retrieval.leaning import is_courtesy

_CHANNELS = 5
_NAME = 100
_WAIT, _NOT_HERE = "\N{HOURGLASS WITH FLOWING SAND}", "\N{NO ENTRY SIGN}"


def install(floor: Floor) -> None:
    """Have messages answered as they come; what is edited later is not answered again."""
    talk = Talk(floor.client, floor.asker, floor.reception)

    async def on_message(message: discord.Message) -> None:
        await talk.hear(message)

    floor.client.event(on_message)


class Talk:
    """Hears every message that the bot is told of, and answers those that are meant for it."""

    def __init__(self, client: discord.Client, asker: Asker, reception: Reception) -> None:
        self._client = client
        self._asker = asker
        self._reception = reception
        self._conversations = Conversations(asker.newsroom, client)
        self._unreadable = Unreadable(client)
        self._barred = Barred(asker.newsroom)
        self._told = Limits()

    async def hear(self, message: discord.Message) -> None:
        """Answer a message, if it is meant for the bot and says something."""
        me = self._client.user
        if me is None:
            return
        facts = heard(message, me.id)
        way = way_of(facts)
        if way is None:
            return
        question = question_of(message, me.id)
        visit = self._visit(message, question)
        if (way.called and not visit.settings.mentions) or self._is_idle(message, facts, question):
            return
        reply = Reply(message, lambda: self._barred.tell(message, visit.language))
        where = {"guild": visit.guild, "channel_id": str(message.channel.id)}
        request = Request(message.id, visit.language, reply.say, where)
        await self._reception.serve(request, lambda: self._attend(message, visit, question, reply))

    def _visit(self, message: discord.Message, question: str) -> Visit:
        guild = str(message.guild.id) if message.guild is not None else None
        return by_message(message, self._asker.newsroom.preferences.of(guild), question)

    def _is_idle(self, message: discord.Message, facts: Heard, question: str) -> bool:
        """Say whether a message is passed over: thanks, or a picture, to which an abstention is no answer."""
        if facts.direct or not is_courtesy(question) or self._unreadable.is_so(message):
            return False
        return bool(words(question)) or not facts.mentions_me

    async def _attend(self, message: discord.Message, visit: Visit, question: str, reply: Reply) -> None:
        if not visit.welcome:
            await self._tell_privately(message, visit, _elsewhere(message, visit), _NOT_HERE)
            return
        if self._barred.is_so(message):
            await self._barred.tell(message, visit.language)
            return
        if self._unreadable.is_so(message):
            await self._unreadable.tell(message, visit, reply)
            return
        try:
            self._asker.admit(visit)
        except Refusal as refusal:
            await self._tell_privately(message, visit, refusal.sentence(visit.language), _WAIT)
            return
        sentence = _unfit(question, visit.language)
        if sentence is not None:
            await reply.show(content=sentence)
            return
        async with typing(message.channel):
            await self._answer(message, visit, question, reply)

    async def _answer(self, message: discord.Message, visit: Visit, asked: str, reply: Reply) -> None:
        meant = await understand(
            self._asker.newsroom, visit, asked, lambda: self._conversations.before(message)
        )
        await self._asker.answer(visit, reply, meant, asked)

    async def _tell_privately(self, message: discord.Message, visit: Visit, sentence: str, sign: str) -> None:
        # Whoever writes on and on is told once a minute.
        if self._told.wait({visit.person: 1}) == 0:
            await privately(message, sentence, sign)


def _unfit(question: str, language: str) -> str | None:
    """Return why something is no question that can be answered."""
    said = TALKING.of(language)
    if is_courtesy(question):
        return said.how_to_ask
    if len(question) > LONGEST:
        return said.too_long.format(length=len(question), most=LONGEST)
    return None


def _elsewhere(message: discord.Message, visit: Visit) -> str:
    name = message.guild.name if message.guild is not None else ""
    channels = ", ".join(f"<#{number}>" for number in visit.settings.channels[:_CHANNELS])
    return TALKING.of(visit.language).answers_elsewhere.format(guild=inline(name, _NAME), channels=channels)
