"""The *Follow up* button: a thread on a card, in which the conversation goes on."""

import itertools
from collections.abc import Awaitable, Callable
from typing import Any

import discord

from bot.discord.asking.asker import Asker
from bot.discord.asking.buttons import FOLLOW_UP
from bot.discord.asking.sight import recalled
from bot.discord.connection.components import rows
from bot.discord.connection.delivery import show, think
from bot.discord.connection.errors import Gone, Refusal
from bot.discord.connection.floor import Floor
from bot.discord.connection.retrying import AT_ONCE, persist
from bot.discord.connection.visit import Visit
from bot.discord.display.escape import shortened
from bot.discord.display.words import WORDS
from bot.discord.talking.asking_on import ask_button
from bot.discord.talking.words import TALKING, TalkingWords

_NAME = 100
_THERE_ALREADY = 160004
_OPENABLE = (discord.TextChannel,)


def install(floor: Floor, asker: Asker) -> None:
    """Have the button open a thread that is named after the question."""

    async def follow(interaction: discord.Interaction[Any], visit: Visit, answer_id: str) -> None:
        card = interaction.message
        if visit.guild is None or card is None:
            raise Refusal(lambda language: WORDS.of(language).only_in_servers)
        asker.admit(visit)
        words = TALKING.of(visit.language)
        if isinstance(interaction.channel, discord.Thread):
            view = rows([ask_button(visit.language, card.id)])
            await persist(
                lambda: interaction.response.send_message(words.in_a_thread, view=view, ephemeral=True),
                AT_ONCE,
            )
            return
        await think(interaction, private=True)
        given = await recalled(floor.newsroom, interaction, answer_id, visit.guild)
        name = shortened(given.answer.question, _NAME) or words.thread
        opened = await _opens(interaction, card, name)
        if opened:
            thread = floor.client.get_partial_messageable(card.id)
            greeting = _greeting(words, visit, reads=floor.client.intents.message_content)
            view = rows([ask_button(visit.language)])
            await persist(lambda: thread.send(greeting, view=view, nonce=card.id))
        sentence = words.thread_opened if opened else words.thread_is_there
        await show(interaction, content=sentence.format(thread=card.id))

    floor.components.add(FOLLOW_UP, follow)


def _greeting(words: TalkingWords, visit: Visit, *, reads: bool) -> str:
    if visit.settings.only_named:
        return words.when_named
    return words.just_write if reads else words.ask_on


async def _opens(interaction: discord.Interaction[Any], card: discord.Message, name: str) -> bool:
    """Open the thread of a card, which has its number; False where it has one.

    Raises:
        Refusal: the bot may not open one there, or nobody can.
        Gone: the card is there no more.
    """
    if card.flags.has_thread:
        return False
    rights = interaction.app_permissions
    may = rights.create_public_threads and rights.send_messages_in_threads
    if not may or not isinstance(interaction.channel, _OPENABLE):
        raise Refusal(lambda language: TALKING.of(language).no_threads)
    try:
        return await persist(_opening(card, name))
    except discord.Forbidden as error:
        raise Refusal(lambda language: TALKING.of(language).no_threads) from error
    except discord.NotFound as error:  # the card was deleted meanwhile, and whoever clicked it waits
        raise Gone from error


def _opening(card: discord.Message, name: str) -> Callable[[], Awaitable[bool]]:
    tries = itertools.count()

    async def once() -> bool:
        again = next(tries) > 0
        try:
            await card.create_thread(name=name)
        except discord.HTTPException as error:
            if error.code != _THERE_ALREADY:
                raise
            # A try before may have got through without its reply.
            return again
        return True

    return once
