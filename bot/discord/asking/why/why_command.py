"""`/why` and *Why this answer?*: how an answer came about."""

import re
from typing import Any

import discord
from discord import app_commands
from discord.app_commands import Choice

from bot.discord.asking.sight import recalled, sees
from bot.discord.asking.why.story import pages
from bot.discord.asking.why.words import WHY
from bot.discord.connection.components import whole
from bot.discord.connection.delivery import hold, show, think
from bot.discord.connection.errors import Refusal
from bot.discord.connection.floor import Floor
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.pages import Page, leaves, within
from bot.discord.connection.tree import said
from bot.discord.connection.visit import Visit
from bot.discord.display.card import AUTHOR
from bot.discord.display.card_words import CARD
from bot.discord.display.escape import shortened
from corpus.catalogue import answers, posted
from corpus.catalogue.connection import Connection
from corpus.text import folded

# Annotations stay real in this file: discord.py reads them to describe the options to Discord.

_NAME = "why"
_CHOICES = 25
_LOOKED_THROUGH = 100
_LABEL = 100
_ANSWER = re.compile(r"[0-9a-f]{12}")
# A message by its number, or by the link that Discord copies: channel and message are the last two numbers.
_MESSAGE = re.compile(r"(?:https://\S+/channels/(?:\d+|@me)/\d+/)?(\d{15,20})")


def install(floor: Floor) -> None:
    """Add the command, the menu on messages and the buttons to leaf."""
    newsroom = floor.newsroom

    async def turned(interaction: discord.Interaction[Any], visit: Visit, answer: str, number: str) -> None:
        await hold(interaction)
        await _show(newsroom, interaction, visit, answer, whole(number))

    floor.tree.add_command(_command(newsroom))
    floor.tree.add_command(_menu(newsroom))
    floor.components.add(_NAME, turned)


def _command(newsroom: Newsroom) -> app_commands.Command[Any, ..., None]:
    @app_commands.command(
        name="why",
        description=said(
            "See how an answer came about, for you alone",
            "Bekijk hoe een antwoord tot stand kwam, alleen voor jou",
        ),
    )
    @app_commands.describe(
        answer=said(
            "The question it answers, or a link to the message that shows it",
            "De vraag die het beantwoordt, of een link naar het bericht waarin het staat",
        )
    )
    async def why(interaction: discord.Interaction[Any], answer: app_commands.Range[str, 1, 200]) -> None:
        visit = newsroom.visit(interaction)
        await think(interaction, private=True)
        named = await _named(newsroom, interaction, answer.strip())
        await _show(newsroom, interaction, visit, named, 1, named=True)

    @why.autocomplete("answer")
    async def complete(interaction: discord.Interaction[Any], typed: str) -> list[Choice[str]]:
        visit = newsroom.visit(interaction)
        # What is asked in direct messages is for nobody else to see: there nothing is offered.
        return (
            await newsroom.read(lambda connection: _recent(connection, visit, typed)) if visit.guild else []
        )

    return why


def _menu(newsroom: Newsroom) -> app_commands.ContextMenu:
    async def why_this(interaction: discord.Interaction[Any], message: discord.Message) -> None:
        visit = newsroom.visit(interaction)
        await think(interaction, private=True)
        answer = await newsroom.read(lambda connection: posted.answer_of(connection, str(message.id)))
        if answer is None:
            raise Refusal(lambda language: WHY.of(language).not_a_card)
        await _show(newsroom, interaction, visit, answer, 1)

    return app_commands.ContextMenu(name=said("Why this answer?", "Waarom dit antwoord?"), callback=why_this)


async def _show(
    newsroom: Newsroom,
    interaction: discord.Interaction[Any],
    visit: Visit,
    answer: str,
    number: int,
    *,
    named: bool = False,
) -> None:
    explained = await recalled(newsroom, interaction, answer, visit.guild, named=named)
    card = CARD.of(visit.language)
    told = pages(explained, WHY.of(visit.language), card)
    number = within(number, len(told))
    embed = discord.Embed(description=told[number - 1])
    embed.set_author(name=shortened(f"{card.question}: {explained.answer.question}", AUTHOR))
    view = leaves(Page(embed, len(told)), visit.language, number, _NAME, answer)
    await show(interaction, embed=embed, view=view)


async def _named(newsroom: Newsroom, interaction: discord.Interaction[Any], written: str) -> str:
    """Return the id of the answer that is meant.

    Raises:
        Refusal: it is neither an id nor a message that shows an answer and that the person sees.
    """
    if _ANSWER.fullmatch(written):
        return written
    message = _MESSAGE.fullmatch(written)
    shown = await newsroom.read(lambda connection: _shown(connection, message[1])) if message else None
    if shown is None or not await sees(interaction, shown[1]):
        raise Refusal(lambda language: WHY.of(language).choose)
    return shown[0]


def _shown(connection: Connection, message_id: str) -> tuple[str, str] | None:
    answer, channel = posted.answer_of(connection, message_id), posted.channel_of(connection, message_id)
    return (answer, channel) if answer is not None and channel is not None else None


def _recent(connection: Connection, visit: Visit, typed: str) -> list[Choice[str]]:
    sought = folded(typed).strip()
    most = _LOOKED_THROUGH if sought else _CHOICES
    given = answers.recent(connection, visit.guild, most, visit.places)
    meant = [one for one in given if sought in folded(one.question) or sought == one.id]
    return [Choice(name=shortened(one.question, _LABEL), value=one.id) for one in meant[:_CHOICES]]
