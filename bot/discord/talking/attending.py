"""Attending to a message that is meant for the bot: an answer, the help card, a reaction, or nothing."""

import contextlib
import logging
from dataclasses import replace

import discord

from bot.discord.asking.asker import Asker
from bot.discord.connection.errors import Refusal
from bot.discord.connection.limits import Limits
from bot.discord.connection.retrying import NO_REPLY, persist
from bot.discord.connection.visit import DUTCH, ENGLISH, Visit
from bot.discord.display.escape import inline
from bot.discord.helping.help_card import help_message
from bot.discord.talking.addressed import Heard
from bot.discord.talking.answering_message import Answering, first_of
from bot.discord.talking.attention import Decision, Deed, decide
from bot.discord.talking.barred_channels import Barred, Unreadable
from bot.discord.talking.heard import Listener
from bot.discord.talking.message_text import own_words
from bot.discord.talking.replies import Replies, asked_on
from bot.discord.talking.replying import Reply, privately, typing
from bot.discord.talking.words import TALKING
from corpus.text import normalise
from corpus.tokens import words
from retrieval.language import function_words

_CHANNELS = 5
_NAME = 100
_WAIT, _NOT_HERE = "\N{HOURGLASS WITH FLOWING SAND}", "\N{NO ENTRY SIGN}"
_SIGNS = {Deed.THANK: "\N{YELLOW HEART}", Deed.WAVE: "\N{WAVING HAND SIGN}"}
_SIGNS_A_MINUTE = 10

_log = logging.getLogger(__name__)


class Attending:
    """Does with each message what is decided."""

    def __init__(self, client: discord.Client, asker: Asker) -> None:
        self._asker = asker
        self._listener = Listener(client, asker.newsroom)
        self._answering = Answering(client, asker)
        self._unreadable = Unreadable(client)
        self.barred = Barred(asker.newsroom)
        self._client = client
        self._told = Limits()

    async def attend(
        self, message: discord.Message, facts: Heard, visit: Visit, replies: Replies, *, again: bool
    ) -> None:
        """Do what is to be done with a message; `again` where it was edited.

        Raises:
            Refusal: a question took too long.
            Busy: too much is waiting already.
        """
        if self._unreadable.is_so(message):
            if not again and await self._is_welcome(message, visit):
                await self._unreadable.tell(message, visit, replies.next())
            return
        decision = decide(await self._listener.hear(message, facts, self._me))
        if decision.deed in _SIGNS:
            await self._sign(message, visit, _SIGNS[decision.deed])
        elif decision.deed is not Deed.NOTHING:
            visit = _in_the_language_of(decision, visit)
            if not again or await self._is_new(decision, visit, replies):
                await self._reply(message, decision, visit, replies)

    async def is_asked(self, message: discord.Message) -> bool:
        """Say whether a message that does not name the bot surely asks; False where that is not known."""
        try:
            return bool((await self._listener.asked(own_words(message, self._me))).surely)
        except Exception:  # noqa: BLE001 - it is asked where something has failed already
            _log.exception("what message %s is meant as could not be told", message.id)
            return False

    @property
    def _me(self) -> int:
        return self._client.user.id if self._client.user is not None else 0

    async def _is_new(self, decision: Decision, visit: Visit, replies: Replies) -> bool:
        """Find what was replied before an edit; say whether something else is to be replied now."""
        before = await replies.find(self._me)
        if not before:
            return True
        if decision.deed is not Deed.ANSWER:
            return False
        asked = await asked_on(self._asker.newsroom, before, visit.guild)
        return asked != [normalise(one.text) for one in first_of(decision.questions)]

    async def _reply(
        self, message: discord.Message, decision: Decision, visit: Visit, replies: Replies
    ) -> None:
        if not await self._is_welcome(message, visit):
            return
        if self.barred.is_so(message):
            await self.barred.tell(message, visit.language)
            return
        try:
            async with typing(message.channel):
                await self._put(message, decision, visit, replies)
        except Refusal as refusal:
            await self._tell_privately(message, visit, refusal.sentence(visit.language), _WAIT)

    async def _put(
        self, message: discord.Message, decision: Decision, visit: Visit, replies: Replies
    ) -> None:
        if decision.deed is Deed.ANSWER:
            await self._answering.answer(message, decision, visit, lambda _: self._next(visit, replies))
            await replies.take_away_the_rest(self._asker.newsroom)
            return
        self._asker.admit(visit)
        if decision.deed is Deed.HELP:
            await replies.next().show(**await help_message(self._asker.newsroom, visit))
        else:
            await replies.next().show(content=TALKING.of(visit.language).cannot_see_that)

    def _next(self, visit: Visit, replies: Replies) -> Reply:
        self._asker.admit(visit)
        return replies.next()

    async def _is_welcome(self, message: discord.Message, visit: Visit) -> bool:
        """Say whether questions are answered there; if not, tell the author where they are."""
        if not visit.welcome:
            await self._tell_privately(message, visit, _elsewhere(message, visit), _NOT_HERE)
        return visit.welcome

    async def _tell_privately(self, message: discord.Message, visit: Visit, sentence: str, sign: str) -> None:
        # Whoever writes on and on is told once a minute.
        if self._told.wait({visit.person: 1}) == 0:
            await privately(message, sentence, sign)

    async def _sign(self, message: discord.Message, visit: Visit, sign: str) -> None:
        """Put a reaction under a message, where that is allowed."""
        if self._told.wait({f"signs {visit.person}": _SIGNS_A_MINUTE}) == 0:
            with contextlib.suppress(discord.DiscordException, *NO_REPLY):
                await persist(lambda: message.add_reaction(sign))


def _in_the_language_of(decision: Decision, visit: Visit) -> Visit:
    """Return a visit in the language of what is asked, which may be in the words of somebody else."""
    asked = words(" ".join(one.text for one in decision.questions))
    told = visit.settings.language or function_words.language(asked, (DUTCH, ENGLISH))
    return replace(visit, language=told) if told is not None else visit


def _elsewhere(message: discord.Message, visit: Visit) -> str:
    name = message.guild.name if message.guild is not None else ""
    channels = ", ".join(f"<#{number}>" for number in visit.settings.channels[:_CHANNELS])
    return TALKING.of(visit.language).answers_elsewhere.format(guild=inline(name, _NAME), channels=channels)
