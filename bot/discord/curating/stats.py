"""The `/corpus stats` command: what is in the corpus and how it is used, in figures."""

from collections.abc import Iterator, Sequence
from typing import Any

import discord
from discord import app_commands

from bot.discord.adding.words import ADDING
from bot.discord.administration.equipment import still_missing
from bot.discord.administration.panel import listed
from bot.discord.administration.words import ADMINISTRATION
from bot.discord.connection.delivery import show, think
from bot.discord.connection.floor import Floor
from bot.discord.connection.moderators import require_moderator
from bot.discord.connection.tree import said
from bot.discord.curating.words import CURATING, CuratingWords
from bot.discord.display.card_words import CARD, CardWords
from bot.discord.display.escape import inline
from bot.discord.display.sources import published
from corpus.catalogue import browsing
from corpus.catalogue.browsing import Statistics

# Annotations stay real in this file: discord.py reads them to describe the options to Discord.

_OUTLET = 40
_LANGUAGES = 10


def install(floor: Floor) -> None:
    """Add the command."""
    newsroom = floor.newsroom

    @app_commands.command(
        name="stats",
        description=said(
            "What is in the corpus and how it is used, in figures",
            "Wat er in het corpus zit en hoe het wordt gebruikt, in cijfers",
        ),
    )
    async def stats(interaction: discord.Interaction[Any]) -> None:
        visit = newsroom.visit(interaction)
        guild = require_moderator(visit)
        await think(interaction, private=True)
        now = newsroom.parts.now()
        figures = await newsroom.read(lambda connection: browsing.statistics(connection, guild, now))
        missing = await still_missing(newsroom, interaction, visit)
        await show(interaction, embed=_embed(figures, visit.language, missing))

    floor.corpus.add_command(stats)


def _embed(figures: Statistics, language: str, missing: Sequence[str]) -> discord.Embed:
    words = CURATING.of(language)
    embed = discord.Embed()
    embed.set_author(name=words.statistics)
    for name, value, beside in _fields(figures, language, words, CARD.of(language)):
        embed.add_field(name=name, value=value, inline=beside)
    if missing:
        embed.add_field(name=ADMINISTRATION.of(language).missing, value=listed(missing), inline=False)
    return embed


def _fields(
    figures: Statistics, language: str, words: CuratingWords, card: CardWords
) -> Iterator[tuple[str, str, bool]]:
    called = ADDING.of(language).language
    languages = [
        f"{called.get(code or '', inline(code or '', _OUTLET)) or words.unknown} {count}"
        for code, count in figures.languages[:_LANGUAGES]
    ]
    outlets = [f"{inline(name, _OUTLET)} {count}" for name, count in figures.outlets]
    answered = words.answered.format(answers=figures.answers, abstained=figures.abstained)
    yield words.articles, words.own_and_shared.format(own=figures.own, shared=figures.shared), True
    yield words.passages, str(figures.passages), True
    yield words.dates, _dates(figures, words, card), True
    yield words.languages, ", ".join(languages) or words.none, True
    yield words.outlets, "\n".join(outlets) or words.none, False
    yield words.answers, answered if figures.answers else words.none, True
    yield words.opinions, words.helpful.format(helpful=figures.helpful, not_helpful=figures.not_helpful), True
    yield words.waiting, str(figures.unanswered), True
    yield words.feeds, str(figures.feeds), True


def _dates(figures: Statistics, words: CuratingWords, card: CardWords) -> str:
    if figures.oldest is None or figures.newest is None:
        return words.none
    oldest, newest = published(figures.oldest, card), published(figures.newest, card)
    return words.from_to.format(oldest=oldest, newest=newest) if oldest != newest else oldest
