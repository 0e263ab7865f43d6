"""The `/corpus add` command and *Add to corpus* on a message; what hangs the whole feature on the bot."""

import datetime
from typing import Any

import discord
from discord import app_commands

from bot.discord.adding.clicks import Deciding
from bot.discord.adding.proposing import Proposing, open_form
from bot.discord.adding.words import ADDING
from bot.discord.connection.chores import Chore
from bot.discord.connection.errors import Refusal
from bot.discord.connection.floor import Floor
from bot.discord.connection.moderators import require_moderator
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.tree import said
from corpus.catalogue import proposals

# Annotations stay real in this file: discord.py reads them to describe the options to Discord.

_LINKS = 4000
_DAY = 24 * 60 * 60.0
_KEPT = datetime.timedelta(days=7)  # previews that nobody decided about


def install(floor: Floor) -> None:
    """Hang the commands, the handlers of buttons and forms, and the sweeping of old previews."""
    proposing = Proposing(floor.newsroom)
    proposing.install(floor.components)
    Deciding(floor.newsroom).install(floor.components)
    floor.corpus.add_command(add_command(floor.newsroom, proposing))
    floor.tree.add_command(message_command(floor.newsroom, proposing))

    async def sweep() -> None:
        before = floor.newsroom.parts.now() - _KEPT
        await floor.newsroom.write(lambda connection: proposals.sweep(connection, before))

    floor.chores.add(Chore("old previews", _DAY, sweep))


def add_command(newsroom: Newsroom, proposing: Proposing) -> app_commands.Command[Any, ..., None]:
    """Return `/corpus add`."""

    @app_commands.command(
        name="add",
        description=said(
            "Add an article from a link or a file; with neither you write it, 4,000 characters at most",
            "Voeg een artikel toe van een link of bestand; zonder schrijf je het, tot 4000 tekens",
        ),
    )
    @app_commands.describe(
        url=said(
            "A link to the article; or several, up to ten", "Een link naar het artikel; of meer, tot tien"
        ),
        file=said(
            "A txt, md, html, pdf, docx, epub or eml file of the article",
            "Een txt-, md-, html-, pdf-, docx-, epub- of eml-bestand van het artikel",
        ),
    )
    async def add(
        interaction: discord.Interaction[Any],
        url: app_commands.Range[str, 1, _LINKS] | None = None,
        file: discord.Attachment | None = None,
    ) -> None:
        visit = newsroom.visit(interaction)
        if url is not None and file is not None:
            raise Refusal(lambda language: ADDING.of(language).one_at_a_time)
        if url is not None:
            await proposing.consider(interaction, visit, proposing.reader.named_links(url))
        elif file is not None:
            await proposing.consider(interaction, visit, proposing.reader.files([file]))
        else:
            await open_form(interaction, visit)

    return add


def message_command(newsroom: Newsroom, proposing: Proposing) -> app_commands.ContextMenu:
    """Return *Add to corpus*."""

    @app_commands.default_permissions(manage_guild=True)
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    async def add_message(interaction: discord.Interaction[Any], message: discord.Message) -> None:
        require_moderator(newsroom.visit(interaction))
        offers = proposing.reader.message(message)
        if not offers:
            raise Refusal(lambda language: ADDING.of(language).nothing_to_add)
        await proposing.consider(interaction, newsroom.visit(interaction), offers)

    return app_commands.ContextMenu(name=said("Add to corpus", "Toevoegen aan corpus"), callback=add_message)
