"""The *Passages* button: the text around each quote, or nearest to what has no answer, page by page."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import discord

from bot.discord.asking.buttons import PASSAGES
from bot.discord.asking.sight import recalled
from bot.discord.connection.components import whole
from bot.discord.connection.delivery import hold, show, think
from bot.discord.connection.errors import Gone
from bot.discord.connection.floor import Floor
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.pages import Page, leaves, within
from bot.discord.connection.visit import Visit
from bot.discord.display.article_notices import beneath
from bot.discord.display.card import AUTHOR, DESCRIPTION
from bot.discord.display.card_words import CARD, CardWords
from bot.discord.display.escape import block_quote, shortened
from bot.discord.display.sources import source
from corpus.article import Article, Span
from corpus.catalogue import articles, notices
from corpus.catalogue.connection import Connection
from corpus.catalogue.notices import Notice
from retrieval.answering.explaining import Explanation
from retrieval.answering.text_fragment import link
from retrieval.search.results import Answer, Citation

# Pages that are turned to: their message changes, where the button of a card opens a new one.
_TURNED = "passage"
_LINK_SHARE = 6  # of the room, as on a card
# Escaped and quoted, a character becomes three at most: a line feed, which a new mark of quotation follows.
_GROWS = 3
_MARK = 2


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage of an article, with the quote in it and that quote's number, if one was quoted."""

    article: Article
    passage: Span
    link: str | None
    notice: Notice | None
    quote: Span | None = None
    number: int | None = None


def install(floor: Floor) -> None:
    """Have the passages shown, and turned."""

    async def opened(interaction: discord.Interaction[Any], visit: Visit, answer: str, number: str) -> None:
        await think(interaction, private=True)
        await _show(floor.newsroom, interaction, visit, answer, whole(number))

    async def turned(interaction: discord.Interaction[Any], visit: Visit, answer: str, number: str) -> None:
        await hold(interaction)
        await _show(floor.newsroom, interaction, visit, answer, whole(number))

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
    number = within(number, len(pages))
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


def texts(excerpt: Excerpt, words: CardWords, room: int = DESCRIPTION) -> list[str]:
    """Return it as Markdown, each text with the source and of at most `room` characters.

    Where one has no room for the passage, the quote stands alone between what comes before and after it.
    A quote is never cut: where it has no room even alone, a sentence says so.
    """
    below = _below(excerpt, words, room)
    space = room - len(below)
    before, quote, after = _parts(excerpt)
    whole = _set_off(before, quote, after)
    if len(whole) <= space:
        return [f"{whole}{below}"]
    alone = [_set_off("", quote, "")] if quote else []
    withheld = [part if len(part) <= space else words.too_long for part in alone]
    return [f"{part}{below}" for part in (*_cut(before, space), *withheld, *_cut(after, space))]


def _below(excerpt: Excerpt, words: CardWords, room: int) -> str:
    line = source(excerpt.article.draft, excerpt.link, words, room // _LINK_SHARE)
    numbered = f"**[{excerpt.number}]** {line}" if excerpt.number is not None else line
    told = beneath(excerpt.article.draft, excerpt.notice, words)
    return "\n".join(["\n", numbered, *told])


def _parts(excerpt: Excerpt) -> tuple[str, str, str]:
    text, passage = excerpt.article.draft.text, excerpt.passage
    quote = excerpt.quote or Span(passage.end, passage.end)
    before, after = Span(passage.start, quote.start), Span(quote.end, passage.end)
    return before.of(text), quote.of(text), after.of(text)


def _set_off(before: str, quote: str, after: str) -> str:
    return block_quote(before + quote + after, Span(len(before), len(before) + len(quote)))


def _cut(part: str, space: int) -> Iterator[str]:
    """Cut a part of a passage into block quotes of at most `space` characters, between words if it can."""
    longest = (space - _MARK) // _GROWS
    rest = part.strip()
    while rest:
        end = len(rest) if len(rest) <= longest else rest.rfind(" ", 1, longest)
        end = end if end > 0 else longest
        yield block_quote(rest[:end])
        rest = rest[end:].strip()
