"""The `/corpus show` command: everything that is known of one article, and what can be done with it."""

from typing import Any

import discord
from discord import app_commands

from bot.discord.connection.components import button, rows
from bot.discord.connection.delivery import show, think
from bot.discord.connection.floor import Floor
from bot.discord.connection.moderators import require_moderator
from bot.discord.connection.translation import said
from bot.discord.curating.article_card import Described, article_embed
from bot.discord.curating.article_options import ARTICLE, ARTICLE_LENGTH, article_choices
from bot.discord.curating.correcting import CORRECT, WITHDRAW
from bot.discord.curating.removing import REMOVE
from bot.discord.curating.words import CURATING
from corpus.article import Article
from corpus.catalogue import articles, journal, notices
from corpus.catalogue.connection import Connection
from corpus.catalogue.uses import uses
from retrieval.curating.named_article import seen

# Annotations stay real in this file: discord.py reads them to describe the options to Discord.


def install(floor: Floor) -> None:
    """Add the command."""
    newsroom = floor.newsroom

    @app_commands.command(
        name="show",
        description=said(
            "Show everything that is known of an article", "Toon alles wat er van een artikel bekend is"
        ),
    )
    @app_commands.describe(article=ARTICLE)
    @app_commands.autocomplete(article=article_choices(newsroom, own=False))
    async def show_article(
        interaction: discord.Interaction[Any], article: app_commands.Range[str, 1, ARTICLE_LENGTH]
    ) -> None:
        visit = newsroom.visit(interaction)
        guild = require_moderator(visit)
        await think(interaction, private=True)
        described = await newsroom.read(lambda connection: describe(connection, article, guild))
        view = _changes(described.article, visit.language) if described.article.guild is not None else None
        await show(interaction, embed=article_embed(described, visit.language), view=view)

    floor.corpus.add_command(show_article)


def describe(connection: Connection, name: str, guild: str) -> Described:
    """Return an article that the server sees and what is known of it.

    Raises:
        ArticleNotFound: there is none of that name, or several.
    """
    article = seen(connection, name, guild)
    return Described(
        article=article,
        changes=tuple(journal.of_article(connection, article.id)) if article.guild is not None else (),
        notice=notices.about(connection, [article]).get(article.version),
        passages=len(articles.spans(connection, article.version)),
        uses=uses(connection, article.id, guild),
    )


def _changes(article: Article, language: str) -> discord.ui.View:
    words = CURATING.of(language)
    return rows(
        [
            button(words.remove, REMOVE, article.id, style=discord.ButtonStyle.danger),
            button(words.withdraw, WITHDRAW, article.id),
            button(words.correct, CORRECT, article.id),
        ]
    )
