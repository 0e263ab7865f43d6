"""What whoever watches is told: the answer as a card, and what was answered before."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import discord

from bot.discord.asking.answer_message import message_of, understood_then
from bot.discord.connection.components import rows
from bot.discord.connection.newsroom import Newsroom
from bot.discord.display.article_notices import beneath
from bot.discord.display.card import CONTENT, plain
from bot.discord.display.card_words import CARD, CardWords
from bot.discord.display.escape import block_quote, inline
from bot.discord.display.sources import source
from bot.discord.watching.news import News
from bot.discord.watching.starting import stop_button
from bot.discord.watching.words import WATCHING, WatchingWords
from bot.wordings import Wording, wordings
from retrieval.curating.watching.difference import Difference

# Beside a card of the greatest size, of the 6,000 characters in all this much is left; in words, of 2,000.
_BEFORE, _IN_WORDS = 1000, 600
_QUOTE = 400
_LINK = 200
_SERVER = 60


async def in_channel(
    newsroom: Newsroom, news: News, people: Sequence[str], *, embedded: bool
) -> dict[str, Any]:
    """Return the news as a message for those who watch in a channel: it mentions them and nobody else.

    Args:
        newsroom: whose workers write it.
        news: what is to be told.
        people: who is told: 40 at most, or 10 where no cards may be shown.
        embedded: whether cards may be shown there.

    Raises:
        Busy: too much is waiting already.
    """
    named = ", ".join(f"<@{person}>" for person in people)
    message = await _message(newsroom, news, f"{named}: {_difference(news)}", embedded=embedded)
    _put_below(message["view"], stop_button(news.found.answer.id, news.language))
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
    _put_below(message["view"], stop)
    return message


async def _message(newsroom: Newsroom, news: News, first: str, *, embedded: bool) -> dict[str, Any]:
    words, card = WATCHING.of(news.language), CARD.of(news.language)
    before = _before(news, words, card, _BEFORE if embedded else _IN_WORDS)
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


def _before(news: News, words: WatchingWords, card: CardWords, room: int) -> str:
    """Return what was answered before, struck through, with its source and what became of it, as fits."""
    first = _concerned(news)
    if first is None:
        return words.no_answer
    if not news.sees(first.quoted.article):
        return words.not_shown
    draft = first.quoted.article.draft
    where = source(draft, first.quoted.link, card, _LINK)
    below = beneath(draft, first.quoted.notice, card)
    fullest_first = ([_struck(first, card), where, *below], [where, *below], [where])
    written = ["\n".join(filter(None, lines)) for lines in fullest_first]
    return next((text for text in written if len(text) <= room), written[-1])


def _concerned(news: News) -> Wording | None:
    """Return what was quoted first, or what the newest correction or withdrawal is about."""
    quoted = wordings(news.known.answer)
    if news.difference in {Difference.CORRECTED, Difference.WITHDRAWN}:
        noticed = [
            (cited.notice.at, replace(one, citations=(cited,)))
            for one in quoted
            for cited in one.citations
            if cited.notice is not None
        ]
        if noticed:
            return max(noticed, key=lambda one: one[0])[1]
    return next(iter(quoted), None)


def _struck(wording: Wording, card: CardWords) -> str:
    quote = wording.quoted.quote
    shown = block_quote(quote) if len(quote) <= _QUOTE else f"> {card.too_long}"
    headline = f"~~**{inline(wording.headline, _QUOTE)}**~~\n" if wording.headline else ""
    struck = "\n".join(f"> ~~{line.removeprefix('> ')}~~" for line in shown.split("\n") if line.strip("> "))
    return f"{headline}{struck if len(quote) <= _QUOTE else shown}"


def _put_below(view: discord.ui.View, stop: discord.ui.Button[Any]) -> None:
    stop.row = max((item.row or 0 for item in view.children), default=-1) + 1
    view.add_item(stop)


def _mentioning(people: Sequence[discord.Object]) -> discord.AllowedMentions:
    return discord.AllowedMentions(everyone=False, roles=False, users=list(people), replied_user=False)
