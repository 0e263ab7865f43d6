"""The card of an answer: quotations, then the sources they come from."""

from __future__ import annotations

from collections.abc import Iterator

import discord

from bot.discord.cards.escape import inline, shortened
from bot.discord.cards.quotations import Quotation, quotations, source_lines
from bot.discord.cards.words import CardWords
from bot.discord.words import counted
from retrieval.results import Answer

DESCRIPTION = 4096
CONTENT = 2000
AUTHOR = 256
# How a question was understood: in the footer of a card, or in a line above the text.
FOOTER = 500
_UNDERSTOOD = 300
# A link may take this part of the room, so that three of them always leave half of it to the words.
_LINK_SHARE = 6
# What the two sentences about things left out may take at most, in either language.
_NOTES = 160


def card(answer: Answer, words: CardWords, understood: str | None = None) -> discord.Embed:
    """Return the answer as an embed within Discord's limits.

    The question stands in the author line, and how it was `understood` where that is given in the footer:
    the two places of an embed that are never read as Markdown.
    """
    embed = discord.Embed(description=plain(answer, words, DESCRIPTION))
    if understood is not None:
        embed.set_footer(text=shortened(f"{words.understood}: {understood}", FOOTER))
    return embed.set_author(name=shortened(f"{words.question}: {answer.question}", AUTHOR))


def plain(answer: Answer, words: CardWords, room: int = CONTENT, understood: str | None = None) -> str:
    """Return the answer as Markdown of at most `room` characters, whole quotations and whole sources only.

    An abstention is one sentence. Above either stands how the question was `understood`, where that is given.
    """
    above = f"-# {words.understood}: {inline(understood, _UNDERSTOOD)}\n\n" if understood is not None else ""
    if not answer.citations:
        return f"{above}{words.abstained}"
    left = room - len(above)
    return above + next(text for text in _fullest_first(answer, words, left) if len(text) <= left)


def _fullest_first(answer: Answer, words: CardWords, room: int) -> Iterator[str]:
    """Give way in this order: wordings too long for any card, later quotations, further sources."""
    every = tuple(_showable(quotation, words, room) for quotation in quotations(answer.citations))
    for count in range(len(every), 0, -1):
        yield _body(every[:count], _left_out(words.quotes_left_out, len(every) - count), words, room)
    first, notes = every[0], _left_out(words.quotes_left_out, len(every) - 1)
    for count in range(len(first.citations) - 1, 0, -1):
        fewer = _left_out(words.sources_left_out, len(first.citations) - count)
        yield _body((first.with_sources(count),), [*notes, *fewer], words, room)


def _showable(quotation: Quotation, words: CardWords, room: int) -> Quotation:
    alone = _body((quotation.with_sources(1),), [], words, room)
    return quotation if len(alone) <= room - _NOTES else quotation.without_wording()


def _body(shown: tuple[Quotation, ...], notes: list[str], words: CardWords, room: int) -> str:
    quoted = [quotation.text(words) for quotation in shown]
    listed = [f"**{words.sources}**", *source_lines(shown, words, room // _LINK_SHARE)]
    return "\n\n".join([*quoted, *notes, "\n".join(listed)])


def _left_out(pair: tuple[str, str], count: int) -> list[str]:
    return [counted(pair, count)] if count else []
