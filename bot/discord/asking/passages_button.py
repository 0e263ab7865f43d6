"""The *Passages* button: the text around each quote, or nearest to what has no answer, page by page."""

from __future__ import annotations

from typing import Any

import discord

from bot.discord.asking.buttons import PASSAGES
from bot.discord.asking.excerpts import Excerpt, texts
from bot.discord.asking.recalling import recalled
from bot.discord.connection.delivery import hold, show, think
from bot.discord.connection.errors import Gone
from bot.discord.connection.floor import Floor
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.pages import Page, leaves
from bot.discord.connection.visit import Visit
from bot.discord.display.card import AUTHOR
from bot.discord.display.card_words import CARD
from bot.discord.display.escape import shortened
from corpus.catalogue import articles, notices
from corpus.catalogue.connection import Connection
from retrieval.answering.explaining import Explanation
from retrieval.answering.text_fragment import link
from retrieval.search.results import Answer, Citation

# Pages that are turned to: their message changes, where the button of a card opens a new one.
_TURNED = "passage"


def install(floor: Floor) -> None:
    """Have the passages shown, and turned."""

    async def opened(interaction: discord.Interaction[Any], visit: Visit, answer: str, number: str) -> None:
        await think(interaction, private=True)
        await _show(floor.newsroom, interaction, visit, answer, int(number))

    async def turned(interaction: discord.Interaction[Any], visit: Visit, answer: str, number: str) -> None:
        await hold(interaction)
        await _show(floor.newsroom, interaction, visit, answer, int(number))

    floor.components.add(PASSAGES, opened)
    floor.components.add(_TURNED, turned)


async def _show(
    newsroom: Newsroom, interaction: discord.Interaction[Any], visit: Visit, answer: str, number: int
) -> None:
    explained = await recalled(newsroom, interaction, answer, visit.guild)
    excerpts = await newsroom.read(lambda connection: _excerpts(connection, explained))
    words = CARD.of(visit.language)
    pages = [text for excerpt in excerpts for text in texts(excerpt, words)]
    if not pages:
        raise Gone
    number = min(max(number, 1), len(pages))
    embed = discord.Embed(description=pages[number - 1])
    embed.set_author(name=shortened(f"{words.question}: {explained.answer.question}", AUTHOR))
    view = leaves(Page(embed, len(pages)), visit.language, number, _TURNED, answer)
    await show(interaction, embed=embed, view=view)


def _excerpts(connection: Connection, explained: Explanation) -> list[Excerpt]:
    if explained.answer.abstained:
        return _nearest(connection, explained.answer)
    return [_around(connection, citation) for citation in explained.answer.citations]


def _around(connection: Connection, citation: Citation) -> Excerpt:
    article, quote = citation.article, citation.span
    passages = articles.spans(connection, article.version)
    whole = next((one for one in passages if one.start <= quote.start and quote.end <= one.end), quote)
    return Excerpt(article, whole, citation.link, citation.notice, quote, citation.number)


def _nearest(connection: Connection, answer: Answer) -> list[Excerpt]:
    told = notices.about(connection, [hit.article for hit in answer.nearest])
    return [
        Excerpt(
            article=hit.article,
            passage=hit.span,
            link=link(hit.article.draft.url, hit.article.draft.text, hit.span),
            notice=told.get(hit.article.version),
        )
        for hit in answer.nearest
    ]
