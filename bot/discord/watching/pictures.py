"""What whoever watches is told: the answer as a card, and what was answered before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import discord

from bot.discord.asking.message import message_of
from bot.discord.asking.understood import understood_then
from bot.discord.cards.card import CONTENT, plain
from bot.discord.cards.escape import block_quote, inline
from bot.discord.cards.notices import beneath
from bot.discord.cards.sources import source
from bot.discord.cards.words import CARD, CardWords
from bot.discord.components import rows
from bot.discord.newsroom import Newsroom
from bot.discord.watching.starting import stop_button
from bot.discord.watching.words import WATCHING, WatchingWords
from bot.wordings import Wording, wordings
from corpus.article import Article
from retrieval.explaining import Explanation
from retrieval.watching.difference import Difference

# Beside a card of the greatest size, 6,000 characters in all, this much is left.
_BEFORE = 900
_QUOTE = 400
_LINK = 200
_SERVER = 60


@dataclass(frozen=True, slots=True)
class News:
    """What is to be told: the answer that was known, the one that is new, and how that differs.

    `language` is that of the bot's own words. `sees` says whether an article may be shown there: the server
    may have left its outlet out since.
    """

    known: Explanation
    found: Explanation
    difference: Difference
    language: str
    sees: Callable[[Article], bool]


async def in_channel(
    newsroom: Newsroom, news: News, people: Sequence[str], *, embedded: bool
) -> dict[str, Any]:
    """Return the news as a message for those who watch in a channel: it mentions them and nobody else.

    Args:
        newsroom: whose workers write it.
        news: what is to be told.
        people: who is told, 40 at most.
        embedded: whether cards may be shown there.

    Raises:
        Busy: too much is waiting already.
    """
    named = ", ".join(f"<@{person}>" for person in people)
    message = await _message(newsroom, news, f"{named}: {_difference(news)}", embedded=embedded)
    stop = stop_button(news.found.answer.id, news.language)
    stop.row = max((item.row or 0 for item in message["view"].children), default=-1) + 1
    message["view"].add_item(stop)
    mentioned = [discord.Object(int(person)) for person in people]
    return {**message, "allowed_mentions": _mentioning(mentioned)}


async def privately(
    newsroom: Newsroom, news: News, server: str | None = None, link: str | None = None
) -> dict[str, Any]:
    """Return the news as a direct message; `server` and `link` say where the question was asked, if in one.

    Raises:
        Busy: too much is waiting already.
    """
    words = WATCHING.of(news.language)
    said = _difference(news)
    if server is None:
        first = f"{said[0].upper()}{said[1:]}"
    else:
        first = f"{words.in_server.format(server=inline(server, _SERVER))}: {said}"
    where = [words.the_question.format(link=link)] if link else []
    message = await _message(newsroom, news, "\n".join([first, *where]), embedded=True)
    stop = stop_button(news.found.answer.id, news.language)
    # What a server has answered is looked into in that server: there its buttons would find nothing.
    if server is not None:
        return {**message, "view": rows([stop])}
    stop.row = max((item.row or 0 for item in message["view"].children), default=-1) + 1
    message["view"].add_item(stop)
    return message


async def _message(newsroom: Newsroom, news: News, first: str, *, embedded: bool) -> dict[str, Any]:
    words, card = WATCHING.of(news.language), CARD.of(news.language)
    before = _before(news, words, card)
    meant = understood_then(news.found)
    message = await message_of(newsroom, news.found.answer, meant, news.language, embedded=embedded)
    if embedded:
        earlier = discord.Embed(description=before).set_author(name=words.before)
        return {"content": first, "embeds": [message["embed"], earlier], "view": message["view"]}
    below = f"**{words.before}**\n{before}"
    room = CONTENT - len(first) - len(below) - len("\n\n") * 2
    text = plain(news.found.answer, card, room, filters=meant.filters)
    return {"content": f"{first}\n\n{text}\n\n{below}", "view": message["view"]}


def _difference(news: News) -> str:
    return WATCHING.of(news.language).differences[news.difference]


def _before(news: News, words: WatchingWords, card: CardWords) -> str:
    """Return what was answered before, struck through, with its source and what became of it."""
    first = next(iter(wordings(news.known.answer)), None)
    if first is None:
        return words.no_answer
    if not news.sees(first.quoted.article):
        return words.not_shown
    draft = first.quoted.article.draft
    where = [source(draft, first.quoted.link, card, _LINK), *beneath(draft, first.quoted.notice, card)]
    told = "\n".join(filter(None, (_struck(first, card), *where)))
    return told if len(told) <= _BEFORE else "\n".join(where)


def _struck(wording: Wording, card: CardWords) -> str:
    quote = wording.quoted.quote
    shown = block_quote(quote) if len(quote) <= _QUOTE else f"> {card.too_long}"
    headline = f"~~**{inline(wording.headline, _QUOTE)}**~~\n" if wording.headline else ""
    struck = "\n".join(f"> ~~{line.removeprefix('> ')}~~" for line in shown.split("\n") if line.strip("> "))
    return f"{headline}{struck if len(quote) <= _QUOTE else shown}"


def _mentioning(people: Sequence[discord.Object]) -> discord.AllowedMentions:
    return discord.AllowedMentions(everyone=False, roles=False, users=list(people), replied_user=False)
