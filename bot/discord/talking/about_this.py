"""The *Ask about this* menu on any message: its questions are answered; about the bot's it is asked on."""

from dataclasses import replace
from typing import Any

import discord
from discord import app_commands

from bot.discord.asking.asker import Asker
from bot.discord.asking.places import Announced, Followed
from bot.discord.connection.delivery import think
from bot.discord.connection.errors import Refusal
from bot.discord.connection.floor import Floor
from bot.discord.connection.tree import said
from bot.discord.talking.addressed import heard
from bot.discord.talking.answering_message import Answering
from bot.discord.talking.asking_on import open_form
from bot.discord.talking.attention import Decision, Deed, decide
from bot.discord.talking.heard import Listener
from bot.discord.talking.message_text import matter_of
from bot.discord.talking.words import TALKING
from corpus.tokens import words
from retrieval.question.asked import Question

# Annotations stay real in this file: discord.py reads them to know what the menu is on.


def install(floor: Floor, asker: Asker) -> None:
    """Add the menu."""
    newsroom = floor.newsroom
    listener = Listener(floor.client, newsroom)
    answering = Answering(floor.client, asker)

    async def about(interaction: discord.Interaction[Any], message: discord.Message) -> None:
        visit = newsroom.visit(interaction)
        if message.author.id == interaction.application_id:
            await open_form(interaction, visit, message.id)
            return
        matter = matter_of(message)
        if not words(matter):
            raise Refusal(lambda language: TALKING.of(language).nothing_to_ask)
        asker.admit(visit)
        await think(interaction)

        def place_of(number: int) -> Announced | Followed:
            if number == 0:
                return Announced(interaction)
            asker.admit(visit)
            return Followed(interaction)

        decision = await _decided(listener, message, interaction.application_id)
        whole = Decision(Deed.ANSWER, (Question(matter),))
        await answering.answer(message, decision if decision.questions else whole, visit, place_of)

    name = said("Ask about this", "Vraag hierover")
    floor.tree.add_command(app_commands.ContextMenu(name=name, callback=about))


async def _decided(listener: Listener, message: discord.Message, me: int) -> Decision:
    """Decide as if the message named the bot: whoever chose the menu names it."""
    return decide(replace(await listener.hear(message, heard(message, me), me), named=True))
