"""The `/corpus remove` command and the *Remove* button: asked first, with what will change."""

from typing import Any

import discord
from discord import app_commands

from bot.discord.adding.changed_answers import changed_answers
from bot.discord.adding.progress_notes import during
from bot.discord.adding.words import ADDING
from bot.discord.connection.components import button, whole
from bot.discord.connection.delivery import hold, show, think
from bot.discord.connection.floor import Floor
from bot.discord.connection.moderators import require_moderator
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.tree import said
from bot.discord.connection.visit import Visit
from bot.discord.curating.article_options import ARTICLE, ARTICLE_LENGTH, article_choices
from bot.discord.curating.confirming import asked, done
from bot.discord.curating.words import CURATING
from bot.discord.display.card_words import CARD
from bot.discord.display.sources import source
from corpus.article import Article
from retrieval.curating import carrying_out
from retrieval.curating.named_article import own
from retrieval.curating.rehearsal import Effect

# Annotations stay real in this file: discord.py reads them to describe the options to Discord.

REMOVE = "corpus-remove"
_REMOVED = "corpus-removed"
_LINK = 400
_EFFECT = 3000


def install(floor: Floor) -> None:
    """Add the command and its buttons."""
    removing = Removing(floor.newsroom)
    floor.components.add(REMOVE, removing.ask)
    floor.components.add(_REMOVED, removing.remove)

    @app_commands.command(
        name="remove",
        description=said(
            "Remove an article of this server; it asks first, and it can be undone",
            "Verwijder een artikel van deze server; dit vraagt eerst, en kan ongedaan worden gemaakt",
        ),
    )
    @app_commands.describe(article=ARTICLE)
    @app_commands.autocomplete(article=article_choices(floor.newsroom, own=True))
    async def remove(
        interaction: discord.Interaction[Any], article: app_commands.Range[str, 1, ARTICLE_LENGTH]
    ) -> None:
        await removing.ask(interaction, floor.newsroom.visit(interaction), article)

    floor.corpus.add_command(remove)


class Removing:
    """Asks, and removes."""

    def __init__(self, newsroom: Newsroom) -> None:
        self._newsroom = newsroom

    async def ask(self, interaction: discord.Interaction[Any], visit: Visit, name: str) -> None:
        """Ask in private whether to remove the article of that name."""
        guild = require_moderator(visit)
        await think(interaction, private=True)
        words = CURATING.of(visit.language)
        article, effect = await look_ahead(self._newsroom, interaction, visit, name, guild)
        lines = [
            f"{words.remove_it}\n{cited(article, visit.language)}",
            words.cards_stay,
            effect_text(effect, visit.language),
        ]
        danger = discord.ButtonStyle.danger
        yes = button(words.remove, _REMOVED, article.id, article.version, style=danger)
        await show(interaction, **asked(lines, yes, visit.language))

    async def remove(
        self, interaction: discord.Interaction[Any], visit: Visit, article_id: str, version: str
    ) -> None:
        """Remove the article, if it is still as it was when this was asked."""
        guild = require_moderator(visit)
        await hold(interaction)
        article, change = await self._newsroom.work(
            lambda parts: carrying_out.remove(parts.curator, article_id, whole(version), guild, visit.actor)
        )
        words = CURATING.of(visit.language)
        lines = [f"{words.removed}: {cited(article, visit.language)}", words.can_be_undone]
        await show(interaction, **done(lines, change.id, visit.language))


async def look_ahead(
    newsroom: Newsroom, interaction: discord.Interaction[Any], visit: Visit, name: str, guild: str
) -> tuple[Article, Effect]:
    """Return the server's own article of that name, and what taking it out would change.

    Raises:
        ArticleNotFound: it is not there.
        NotYours: the operator shares it.
    """
    article = await newsroom.read(lambda connection: own(connection, name, guild))
    looking = newsroom.work_patiently(lambda parts: parts.previewer.removing(article.id, guild))
    return article, await during(interaction, looking, ADDING.of(visit.language).trying)


def cited(article: Article, language: str) -> str:
    """Return an article as a source line."""
    return source(article.draft, article.draft.url, CARD.of(language), _LINK)


def effect_text(effect: Effect, language: str) -> str:
    """Return which of the last answers would change."""
    words, card = ADDING.of(language), CARD.of(language)
    return changed_answers(effect.changed, effect.asked, words, card, _EFFECT, effect.left_out)
