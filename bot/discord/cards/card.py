"""The card of an answer: quotations, then the sources they come from."""

from __future__ import annotations

from collections.abc import Iterator

import discord

from bot.discord.cards.escape import shortened
from bot.discord.cards.quotations import Quotation, quotations, source_lines
from bot.discord.cards.sources import source
from bot.discord.words import Words, counted
from retrieval.results import Answer

DESCRIPTION = 4096
CONTENT = 2000
AUTHOR = 256
NEAREST = 3
# A link may take this part of the room, so that three of them always leave half of it to the words.
_LINK_SHARE = 6
# What the two sentences about things left out may take at most, in either language.
_NOTES = 160


def card(answer: Answer, words: Words) -> discord.Embed:
    """Return the answer as an embed within Discord's limits.

    The question stands in the author line, the one place of an embed that is never read as Markdown.
    """
    embed = discord.Embed(description=plain(answer, words, DESCRIPTION))
    return embed.set_author(name=shortened(f"{words.question}: {answer.question}", AUTHOR))


def plain(answer: Answer, words: Words, room: int = CONTENT) -> str:
    """Return the answer as Markdown of at most `room` characters, whole quotations and whole sources only."""
    fullest_first = _answer(answer, words, room) if answer.citations else _abstention(answer, words, room)
    return next(text for text in fullest_first if len(text) <= room)


def _answer(answer: Answer, words: Words, room: int) -> Iterator[str]:
    """Give way in this order: wordings too long for any card, later quotations, further sources."""
    every = tuple(_showable(quotation, words, room) for quotation in quotations(answer.citations))
    for count in range(len(every), 0, -1):
        yield _body(every[:count], _left_out(words.quotes_left_out, len(every) - count), words, room)
    first, notes = every[0], _left_out(words.quotes_left_out, len(every) - 1)
    for count in range(len(first.citations) - 1, 0, -1):
        fewer = _left_out(words.sources_left_out, len(first.citations) - count)
        yield _body((first.with_sources(count),), [*notes, *fewer], words, room)


def _showable(quotation: Quotation, words: Words, room: int) -> Quotation:
    alone = _body((quotation.with_sources(1),), [], words, room)
    return quotation if len(alone) <= room - _NOTES else quotation.without_wording()


def _body(shown: tuple[Quotation, ...], notes: list[str], words: Words, room: int) -> str:
    quoted = [quotation.text(words) for quotation in shown]
    listed = [f"**{words.sources}**", *source_lines(shown, words, room // _LINK_SHARE)]
    return "\n\n".join([*quoted, *notes, "\n".join(listed)])


def _left_out(pair: tuple[str, str], count: int) -> list[str]:
    return [counted(pair, count)] if count else []


def _abstention(answer: Answer, words: Words, room: int) -> Iterator[str]:
    drafts = tuple({hit.article.id: hit.article.draft for hit in answer.nearest}.values())[:NEAREST]
    lines = [f"- {source(draft, draft.url, words, room // _LINK_SHARE)}" for draft in drafts]
    for count in range(len(lines), 0, -1):
        yield "\n".join([words.abstained, "", f"**{words.nearest}**", *lines[:count]])
    yield words.abstained
