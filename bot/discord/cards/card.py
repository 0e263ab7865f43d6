"""The card of an answer: what it says, the quotations it rests on, then the sources they come from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import discord

from bot.discord.cards.abstention import abstained
from bot.discord.cards.escape import inline, shortened
from bot.discord.cards.layout import Layout
from bot.discord.cards.phrased import phrased
from bot.discord.cards.quotations import Quotation, quotations
from bot.discord.cards.remarks import (
    dates_line,
    differing,
    doubt_line,
    figures_below,
    filters_line,
    names_line,
    origins_line,
)
from bot.discord.cards.words import CardWords
from bot.discord.words import counted
from corpus.filters import Filters
from retrieval.results import Answer

DESCRIPTION = 4096
CONTENT = 2000
AUTHOR = 256
# How a question was understood: in the footer of a card, or in a line above the text.
FOOTER = 500
_UNDERSTOOD = 300
# What the two sentences about things left out may take at most, in either language.
_NOTES = 160
_ANYTHING = Filters()


def card(
    answer: Answer,
    words: CardWords,
    understood: str | None = None,
    filters: Filters = _ANYTHING,
    *,
    growing: bool = False,
) -> discord.Embed:
    """Return the answer as an embed within Discord's limits.

    The question stands in the author line, and how it was `understood` where that is given in the footer:
    the two places of an embed that are never read as Markdown. `filters` and `growing` are as for `plain`.
    """
    embed = discord.Embed(description=plain(answer, words, DESCRIPTION, filters=filters, growing=growing))
    if understood is not None:
        embed.set_footer(text=shortened(f"{words.understood}: {understood}", FOOTER))
    return embed.set_author(name=shortened(f"{words.question}: {answer.question}", AUTHOR))


def plain(
    answer: Answer,
    words: CardWords,
    room: int = CONTENT,
    understood: str | None = None,
    filters: Filters = _ANYTHING,
    *,
    growing: bool = False,
) -> str:
    """Return the answer as Markdown of at most `room` characters, whole quotations and whole sources only.

    Whatever else there is to say gives way before a quotation does, but for what must be known before one.

    Args:
        answer: the answer.
        words: the bot's own.
        room: how many characters there are.
        understood: how the question was understood, which stands above all else; None where as it was asked.
        filters: what somebody chose that narrows it.
        growing: whether it is still being phrased.
    """
    above = f"-# {words.understood}: {inline(understood, _UNDERSTOOD)}\n\n" if understood is not None else ""
    if not answer.citations:
        narrowing = (names_line(answer, words), filters_line(filters, words), dates_line(answer, words))
        return _fitting(above, (*abstained(answer, words), *narrowing), room)
    left = room - len(above)
    quoted = next(one for one in _fullest_first(answer, words, left) if len(one.text(words, left)) <= left)
    doubt = doubt_line(answer, words)
    quoted = _if_it_fits(quoted, quoted.led_by(doubt), words, left)
    if not quoted.notes:  # without all that they rest on, the words of a model could not be checked
        said = "\n".join(filter(None, (phrased(answer, words, growing=growing), doubt)))
        quoted = _if_it_fits(quoted, quoted.led_by(said), words, left)
    return above + _remarked(quoted, answer, filters, words, left).text(words, left)


def _fitting(above: str, lines: Sequence[str], room: int) -> str:
    """Return the first line, and those of the others that there is room for."""
    told = above + lines[0]
    for line in filter(None, lines[1:]):
        told = f"{told}\n{line}" if len(told) + len(line) < room else told
    return told


def _remarked(quoted: Layout, answer: Answer, filters: Filters, words: CardWords, room: int) -> Layout:
    """Add the remarks that there is room for, the most telling first."""
    values = differing(answer, words, quoted.quotations)
    quoted = _if_it_fits(quoted, quoted.with_values(values), words, room)
    for remark in (names_line(answer, words), filters_line(filters, words), dates_line(answer, words)):
        quoted = _if_it_fits(quoted, quoted.with_remark(remark), words, room)
    figures = [figures_below(one, words) for one in quoted.quotations]
    quoted = _if_it_fits(quoted, quoted.with_figures(figures), words, room)
    return _if_it_fits(quoted, quoted.with_remark(origins_line(answer, words)), words, room)


def _if_it_fits(without: Layout, with_it: Layout, words: CardWords, room: int) -> Layout:
    return with_it if len(with_it.text(words, room)) <= room else without


def _fullest_first(answer: Answer, words: CardWords, room: int) -> Iterator[Layout]:
    """Give way in this order: wordings too long for any card, later quotations, further sources."""
    every = tuple(_showable(quotation, words, room) for quotation in quotations(answer, words))
    for count in range(len(every), 0, -1):
        yield Layout(every[:count], _left_out(words.quotes_left_out, len(every) - count))
    first, notes = every[0], _left_out(words.quotes_left_out, len(every) - 1)
    for count in range(len(first.citations) - 1, 0, -1):
        fewer = _left_out(words.sources_left_out, len(first.citations) - count)
        yield Layout((first.with_sources(count),), (*notes, *fewer))


def _showable(quotation: Quotation, words: CardWords, room: int) -> Quotation:
    """Return it without its wording where that fits no card, and then without the words if need be."""
    for one in (quotation, quotation.without_wording()):
        if len(Layout((one.with_sources(1),)).text(words, room)) <= room - _NOTES:
            return one
    return quotation.without_words()


def _left_out(pair: tuple[str, str], count: int) -> tuple[str, ...]:
    return (counted(pair, count),) if count else ()
