"""The `/corpus show` command: everything that is known of one article, and what can be done with it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import discord
from discord import app_commands

from bot.bilingual import counted
from bot.discord.adding.preview_card import opening
from bot.discord.adding.words import ADDING
from bot.discord.connection.components import button, rows
from bot.discord.connection.delivery import show, think
from bot.discord.connection.floor import Floor
from bot.discord.connection.moderators import require_moderator
from bot.discord.connection.tree import said
from bot.discord.curating.article_options import ARTICLE, ARTICLE_LENGTH, article_choices
from bot.discord.curating.change_lines import change_line
from bot.discord.curating.correcting import CORRECT, WITHDRAW
from bot.discord.curating.removing import REMOVE
from bot.discord.curating.words import CURATING, CuratingWords
from bot.discord.display.article_notices import beneath
from bot.discord.display.card import DESCRIPTION
from bot.discord.display.card_words import CARD, CardWords
from bot.discord.display.escape import block_quote, inline
from bot.discord.display.sources import published, source
from corpus.address import is_address
from corpus.article import Article
from corpus.catalogue import articles, journal, notices
from corpus.catalogue.connection import Connection
from corpus.catalogue.journal import Change
from corpus.catalogue.notices import Notice
from corpus.catalogue.uses import Uses, uses
from retrieval.curating.named_article import seen

_LINK = 600
_VALUE = 200
_CHANGES = 4  # the latest, beside the first


@dataclass(frozen=True, slots=True)
class Described:
    """An article, what was done with it (newest first), what is said of it, and where it is used."""

    article: Article
    changes: tuple[Change, ...]
    notice: Notice | None
    passages: int
    uses: Uses


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


def article_embed(described: Described, language: str) -> discord.Embed:
    """Return the article as an embed within Discord's limits."""
    words, card = CURATING.of(language), CARD.of(language)
    draft = described.article.draft
    above = [source(draft, draft.url, card, _LINK), *beneath(draft, described.notice, card)]
    quote = block_quote(opening(draft.text))
    every = ("\n\n".join(["\n".join(above), quote, "\n".join(lines)]) for lines in _story(described, words))
    embed = discord.Embed(description=next(text for text in every if len(text) <= DESCRIPTION))
    for name, value in _fields(described, language, words, card):
        embed.add_field(name=name, value=value)
    used = described.uses.answers
    return embed.set_footer(text=counted(words.quoted, used) if used else words.not_quoted)


def _story(described: Described, words: CuratingWords) -> Iterator[list[str]]:
    """Yield who did what with the article, of which the middle gives way; a shared one has no names."""
    if described.article.guild is None:
        when = f"<t:{int(described.article.added.timestamp())}:R>"
        yield [words.shared_since.format(when=when)]
    else:
        for count in range(_CHANGES, -1, -1):
            told = (*described.changes[:-1][:count], *described.changes[-1:])
            yield [change_line(change, words, titled=False) for change in told]


def _fields(
    described: Described, language: str, words: CuratingWords, card: CardWords
) -> Iterator[tuple[str, str]]:
    article, adding = described.article, ADDING.of(language)
    draft = article.draft
    code = draft.language or ""
    length = (counted(adding.words, len(draft.text.split())), counted(adding.passages, described.passages))
    yield words.number, f"`{article.id}`"
    yield words.author, inline(draft.author or "", _VALUE) or words.unknown
    yield words.appeared, published(draft.published, card) if draft.published else words.unknown
    if draft.modified is not None:
        yield words.changed_on, published(draft.modified, card)
    yield words.language, adding.language.get(code, inline(code, _VALUE)) or words.unknown
    yield words.length, ", ".join(length)
    if article.guild is not None and draft.source not in {draft.url, ""}:
        yield words.read_from, inline(_named(draft.source), _VALUE)


def _named(source: str) -> str:
    """Return an address as it is, and of a file its name alone: its folder is the operator's business."""
    return source if is_address(source) else re.split(r"[/\\]", source)[-1]
