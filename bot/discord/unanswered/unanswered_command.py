"""The `/corpus unanswered` command."""

from typing import Any

import discord
from discord import app_commands

from bot.discord.connection.delivery import think
from bot.discord.connection.floor import Floor
from bot.discord.connection.moderators import require_moderator
from bot.discord.connection.translation import said
from bot.discord.unanswered.dismissing import Dismissing
from bot.discord.unanswered.exporting import Exporting
from bot.discord.unanswered.queue import Queue
from retrieval.curating.waiting_questions import WaitingQuestions

# Annotations stay real in this file: discord.py reads them to describe the options to Discord.


def install(floor: Floor) -> None:
    """Hang the command and the handlers of what is clicked under its list."""
    newsroom, parts = floor.newsroom, floor.newsroom.parts
    waiting = WaitingQuestions(parts.catalogue, parts.embedder, parts.tell)
    queue = Queue(newsroom, waiting)
    for each in (queue, Dismissing(newsroom, queue), Exporting(newsroom, waiting)):
        each.install(floor.components)
    floor.corpus.add_command(_command(queue))


def _command(queue: Queue) -> app_commands.Command[Any, ..., None]:
    @app_commands.command(
        name="unanswered",
        description=said(
            "See which questions wait for an article, and add one or dismiss them",
            "Bekijk welke vragen op een artikel wachten; voeg er een toe of wijs ze af",
        ),
    )
    async def unanswered(interaction: discord.Interaction[Any]) -> None:
        visit = queue.newsroom.visit(interaction)
        require_moderator(visit)
        await think(interaction, private=True)
        await queue.show_list(interaction, visit, 1)

    return unanswered
