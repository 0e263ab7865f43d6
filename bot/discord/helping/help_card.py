"""The `/help` command and its card: what the bot is, with questions it answers."""

import logging
from collections.abc import Sequence
from typing import Any

import discord
from discord import app_commands

from bot.discord.connection.delivery import show, think
from bot.discord.connection.errors import Busy
from bot.discord.connection.floor import Floor
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.tree import said
from bot.discord.connection.visit import Visit
from bot.discord.display.escape import inline
from bot.discord.display.words import WORDS
from bot.discord.helping.empty_corpus import emptiness
from bot.discord.helping.words import HELPING, HelpingWords
from corpus.catalogue import answered_before
from corpus.tokens import words as tokens
from retrieval.errors import RetrievalError
from retrieval.language.function_words import LANGUAGES, language

_log = logging.getLogger(__name__)
_EXAMPLES = 3
_ASKED = 80  # characters of a question that was asked before: two rows of a phone
_SHOWN = 140
_CHANNELS = 5


async def help_message(newsroom: Newsroom, visit: Visit) -> dict[str, Any]:
    """Return the card as keyword arguments for a send: an embed, or text where no card may be shown.

    Its questions are such as were answered before where it is asked for, or else such as are answered now.

    Args:
        newsroom: whose articles the questions are about.
        visit: who asks, and where: moderators are told how to do what only they can.

    Raises:
        Busy: too much is waiting already.
    """
    empty = await emptiness(newsroom, visit)
    examples = () if empty else await _examples(newsroom, visit)
    text = _text(visit, examples, empty)
    heading = HELPING.of(visit.language).heading
    if visit.may_embed:
        return {"embed": discord.Embed(description=text).set_author(name=heading)}
    return {"content": f"**{heading}**\n{text}"}


async def _examples(newsroom: Newsroom, visit: Visit) -> Sequence[str]:
    filters = visit.filters()
    asked = await newsroom.read(
        lambda connection: answered_before.questions(connection, filters, visit.places, _ASKED)
    )
    asked.sort(key=lambda question: language(tokens(question), LANGUAGES) not in {visit.language, None})
    if len(asked) >= _EXAMPLES:
        return asked[:_EXAMPLES]
    try:
        made = await newsroom.work(lambda _: newsroom.examples.made(filters, visit.language, _EXAMPLES))
    except (Busy, RetrievalError) as error:
        _log.info("no examples are made for now: %s", error)
        return asked
    return [*asked, *made][:_EXAMPLES]


def _text(visit: Visit, examples: Sequence[str], empty: str | None) -> str:
    words = HELPING.of(visit.language)
    listed = [words.for_example, *(f"- {inline(question, _SHOWN)}" for question in examples)]
    lines = [
        words.what,
        *([empty] if empty else []),
        *(listed if examples else []),
        _how(visit, words),
        *_moderating(visit, words),
    ]
    return "\n".join(lines)


def _how(visit: Visit, words: HelpingWords) -> str:
    if visit.guild is None:
        return words.how_in_private
    how = words.how if visit.settings.mentions else words.how_without_mentions
    if visit.welcome:
        return how
    channels = ", ".join(f"<#{number}>" for number in visit.settings.channels[:_CHANNELS])
    return f"{how} {WORDS.of(visit.language).not_in_this_channel.format(channels=channels)}"


def _moderating(visit: Visit, words: HelpingWords) -> list[str]:
    if visit.guild is None:
        return []
    return [words.how_to_moderate if visit.moderates else words.moderators]


# Annotations stay real in this file: discord.py reads them.


def install(floor: Floor) -> None:
    """Add the command."""
    newsroom = floor.newsroom

    @app_commands.command(
        name="help",
        description=said(
            "What I do, questions to try and how to ask, for you alone",
            "Wat ik doe, vragen om te proberen en hoe je vraagt, alleen voor jou",
        ),
    )
    async def help_(interaction: discord.Interaction[Any]) -> None:
        await think(interaction, private=True)
        await show(interaction, **await help_message(newsroom, newsroom.visit(interaction)))

    floor.tree.add_command(help_)
