"""The *Tell the moderators* button: a reader misses an article."""

import logging
from typing import Any

import discord

from bot.discord.asking.buttons import TELL
from bot.discord.asking.sight import require_given, require_seen
from bot.discord.asking.words import ASKING
from bot.discord.connection.components import rows
from bot.discord.connection.delivery import show, think
from bot.discord.connection.errors import Refusal
from bot.discord.connection.floor import Floor
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.retrying import NO_REPLY, persist
from bot.discord.connection.visit import Visit, spoken
from bot.discord.display.escape import block_quote, shortened
from bot.discord.display.words import WORDS
from bot.discord.watching.starting import confirmation, start, stop_button
from corpus.catalogue import unanswered, waiters
from corpus.catalogue.connection import Connection

_log = logging.getLogger(__name__)
_QUESTION = 500  # one that was completed from a conversation can be longer


def install(floor: Floor) -> None:
    """Have it put on the moderators' list and, where they have a channel, said there once."""
    newsroom = floor.newsroom

    async def told(interaction: discord.Interaction[Any], visit: Visit, answer: str) -> None:
        if visit.guild is None:
            raise Refusal(lambda language: WORDS.of(language).only_in_servers)
        await think(interaction, private=True)
        await require_seen(newsroom, interaction, answer)
        now = newsroom.parts.now()

        def write(connection: Connection) -> tuple[str, bool]:
            question = require_given(connection, answer, visit.guild).standalone
            waiters.add(connection, answer, visit.person)
            return question, unanswered.tell(connection, answer, now)

        question, new = await newsroom.write(write)
        await show(interaction, **await _told(newsroom, interaction, visit, answer, new=new))
        if new and visit.settings.moderators_channel is not None:
            place = floor.client.get_partial_messageable(int(visit.settings.moderators_channel))
            await _say_there(place, _sentence(interaction, visit, question), interaction.id)

    floor.components.add(TELL, told)


async def _told(
    newsroom: Newsroom, interaction: discord.Interaction[Any], visit: Visit, answer: str, *, new: bool
) -> dict[str, Any]:
    """Let whoever tells watch the question, so that they need not ask again; return what they are told."""
    card = interaction.message.id if interaction.message is not None else None
    watch = await start(newsroom, interaction, visit, answer, card)
    words = ASKING.of(visit.language)
    if watch is None:
        return {"content": words.told if new else words.told_before}
    said = f"{words.told_watched if new else words.told_before} {confirmation(watch, visit.language)}"
    return {"content": said, "view": rows([stop_button(answer, visit.language)])}


def _sentence(interaction: discord.Interaction[Any], visit: Visit, question: str) -> str:
    link = interaction.message.jump_url if interaction.message is not None else ""
    words = ASKING.of(visit.settings.language or spoken(str(interaction.guild_locale)))
    return words.reader_tells.format(question=block_quote(shortened(question, _QUESTION)), link=link)


async def _say_there(place: discord.PartialMessageable, sentence: str, request: int) -> None:
    try:
        await persist(lambda: place.send(sentence, nonce=request))
    except (discord.DiscordException, *NO_REPLY) as error:
        # The question is on the moderators' list all the same.
        _log.warning("could not tell the moderators in channel %s: %s", place.id, error)
