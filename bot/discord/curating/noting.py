"""The `/corpus correct` and `/corpus withdraw` commands."""

from typing import Any

import discord
from discord import app_commands

from bot.discord.adding.words import ADDING
from bot.discord.connection.errors import Refusal
from bot.discord.connection.floor import Floor
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.tree import said
from bot.discord.curating.article_options import ARTICLE, ARTICLE_LENGTH, NOTE, NOTE_LENGTH, article_choices
from bot.discord.curating.correcting import Correcting
from bot.discord.curating.noted import Noted

# Annotations stay real in this file: discord.py reads them to describe the options to Discord.

_LINK = 1000


def install(floor: Floor) -> None:
    """Add the commands and the handlers of their buttons and forms."""
    correcting = Correcting(floor.newsroom)
    correcting.install(floor.components)
    Noted(floor.newsroom).install(floor.components)
    floor.corpus.add_command(_correct(floor.newsroom, correcting))
    floor.corpus.add_command(_withdraw(floor.newsroom, correcting))


def _correct(newsroom: Newsroom, correcting: Correcting) -> app_commands.Command[Any, ..., None]:
    @app_commands.command(
        name="correct",
        description=said(
            "Say what was wrong in an article, and replace its text or leave it: past answers say so too",
            "Zeg wat er niet klopte, met of zonder betere tekst: oude antwoorden zeggen het ook",
        ),
    )
    @app_commands.describe(
        article=ARTICLE,
        note=NOTE,
        url=said("A link to the corrected text", "Een link naar de verbeterde tekst"),
        file=said(
            "A txt, md, html, pdf, docx, epub or eml file of the corrected text",
            "Een txt-, md-, html-, pdf-, docx-, epub- of eml-bestand van de verbeterde tekst",
        ),
    )
    @app_commands.autocomplete(article=article_choices(newsroom, own=True))
    async def correct(
        interaction: discord.Interaction[Any],
        article: app_commands.Range[str, 1, ARTICLE_LENGTH],
        note: app_commands.Range[str, 1, NOTE_LENGTH],
        url: app_commands.Range[str, 1, _LINK] | None = None,
        file: discord.Attachment | None = None,
    ) -> None:
        if url is not None and file is not None:
            raise Refusal(lambda language: ADDING.of(language).one_at_a_time)
        offer = correcting.reader.named_links(url)[0] if url is not None else None
        if file is not None:
            (offer,) = correcting.reader.files([file])
        await correcting.correct(interaction, newsroom.visit(interaction), article, note, offer)

    return correct


def _withdraw(newsroom: Newsroom, correcting: Correcting) -> app_commands.Command[Any, ..., None]:
    @app_commands.command(
        name="withdraw",
        description=said(
            "Take an article out and say why: past answers that quote it say so too",
            "Trek een artikel in en zeg waarom: oude antwoorden die het citeren zeggen het ook",
        ),
    )
    @app_commands.describe(article=ARTICLE, note=NOTE)
    @app_commands.autocomplete(article=article_choices(newsroom, own=True))
    async def withdraw(
        interaction: discord.Interaction[Any],
        article: app_commands.Range[str, 1, ARTICLE_LENGTH],
        note: app_commands.Range[str, 1, NOTE_LENGTH],
    ) -> None:
        await correcting.withdraw(interaction, newsroom.visit(interaction), article, note)

    return withdraw
