"""The `/watch` commands, and the chore that tells whoever watches."""

from typing import Any

import discord
from discord import app_commands

from bot.discord.asking.answer_message import Understood, message_of
from bot.discord.asking.asker import Asker
from bot.discord.asking.buttons import WATCH
from bot.discord.asking.question_options import Asked, asking
from bot.discord.connection.chores import Chore
from bot.discord.connection.components import rows
from bot.discord.connection.delivery import meanwhile, show, think
from bot.discord.connection.floor import Floor
from bot.discord.connection.tree import said
from bot.discord.connection.visit import Visit
from bot.discord.watching.round import EVERY, Notifying
from bot.discord.watching.starting import (
    STOP,
    confirmation,
    require_kept,
    start,
    stop_button,
    stopped,
    watched,
)
from bot.discord.watching.watch_list import Listing
from bot.discord.watching.words import WATCHING

# Annotations stay real in this file: discord.py reads them to describe the options to Discord.

_PRIVATE = said(
    "Tell me in a direct message, not in this channel", "Meld het me in een privébericht, niet in dit kanaal"
)


def install(floor: Floor, asker: Asker) -> None:
    """Hang the commands, the handlers of the buttons and the chore."""
    newsroom, listing = floor.newsroom, Listing(floor.newsroom)

    async def watch(interaction: discord.Interaction[Any], visit: Visit, answer: str) -> None:
        await watched(newsroom, interaction, visit, answer)

    async def stop(interaction: discord.Interaction[Any], visit: Visit, answer: str) -> None:
        await stopped(newsroom, interaction, visit, answer)

    floor.components.add(WATCH, watch)
    floor.components.add(STOP, stop)
    listing.install(floor.components)
    group = app_commands.Group(
        name="watch",
        description=said("Be told when an answer changes", "Hoor het als een antwoord verandert"),
    )
    group.add_command(_question(asker))
    group.add_command(_list(listing, floor))
    floor.tree.add_command(group)
    notifying = Notifying(floor.client, newsroom)
    floor.chores.add(Chore("watches", EVERY, notifying.go_round))


def _question(asker: Asker) -> app_commands.Command[Any, ..., None]:
    @app_commands.command(
        name="question",
        description=said(
            "Be told when an article changes the answer to a question",
            "Hoor het als een artikel het antwoord op een vraag verandert",
        ),
    )
    @app_commands.describe(private=_PRIVATE)
    @asking(asker.newsroom)
    async def question(
        interaction: discord.Interaction[Any],
        asked: Asked,
        private: bool = False,  # noqa: FBT001, FBT002 - an option of the command
    ) -> None:
        asker.admit(asked.visit)
        await think(interaction, private=True)
        meant = Understood(asked.question, asked.filters)
        await _watch_asked(asker, interaction, asked.visit, meant, private=private)

    return question


def _list(listing: Listing, floor: Floor) -> app_commands.Command[Any, ..., None]:
    @app_commands.command(
        name="list", description=said("See what you watch, and stop it", "Bekijk wat je volgt, en stop ermee")
    )
    async def listed(interaction: discord.Interaction[Any]) -> None:
        visit = floor.newsroom.visit(interaction)
        await think(interaction, private=True)
        await listing.show(interaction, visit, 1)

    return listed


async def _watch_asked(
    asker: Asker, interaction: discord.Interaction[Any], visit: Visit, meant: Understood, *, private: bool
) -> None:
    """Ask a question, watch it from that answer on, and show both."""
    newsroom = asker.newsroom
    answer = await asker.wait(
        visit,
        lambda parts: parts.ask(meant.question, meant.filters),
        lambda sentence: meanwhile(interaction, sentence),
    )
    watch = require_kept(await start(newsroom, interaction, visit, answer.id, private=private))
    if await asker.waits(visit, answer, meant.question):
        await newsroom.write(lambda connection: asker.queue(connection, answer, visit))
    words, embed, follows = WATCHING.of(visit.language), None, WATCHING.of(visit.language).nothing_now
    if not answer.abstained:
        shown = await message_of(newsroom, answer, meant, visit.language, embedded=True)
        embed, follows = shown["embed"], words.now
    await show(
        interaction,
        content=f"{confirmation(watch, visit.language)}\n{follows}",
        embed=embed,
        view=rows([stop_button(answer.id, visit.language)]),
    )
