"""The card of an answer: what it says, the quotation it rests on, then the articles it comes from."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import discord

from bot.bilingual import counted
from bot.discord.display.abstention import abstained
from bot.discord.display.article_notices import notices_above
from bot.discord.display.card_words import CardWords
from bot.discord.display.cited import articles_cited
from bot.discord.display.escape import inline, shortened
from bot.discord.display.layout import Layout
from bot.discord.display.phrased import phrased
from bot.discord.display.quotations import Quotation, quotations
from bot.discord.display.remarks import dates_line, figures_below, filters_line, names_line, origins_line
from bot.discord.display.stretch import allowed, rows, rows_of_plain
from corpus.filters import Filters
from retrieval.answering.confidence import SURE
from retrieval.search.results import Answer

DESCRIPTION = 4096
CONTENT = 2000
AUTHOR = 256
# How a question was understood: in the footer of a card, or in a line above the text.
_UNDERSTOOD = 300
# Of a card that is to fit a phone: three rows for the question, as many for how it was understood.
_THREE_ROWS = 120
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
    question = shortened(f"{words.question}: {answer.question}", _THREE_ROWS)
    footer = shortened(f"{words.understood}: {understood}", _THREE_ROWS) if understood is not None else ""
    taken = sum(rows_of_plain(one) for one in (question, footer) if one)
    told = plain(answer, words, DESCRIPTION, filters=filters, growing=growing, taken=taken)
    embed = discord.Embed(description=told).set_author(name=question)
    return embed.set_footer(text=footer) if footer else embed


def plain(
    answer: Answer,
    words: CardWords,
    room: int = CONTENT,
    understood: str | None = None,
    filters: Filters = _ANYTHING,
    *,
    growing: bool = False,
    taken: int = 0,
) -> str:
    """Return the answer as Markdown of at most `room` characters, in as few rows as a phone has for it.

    Whatever else there is to say gives way before a quotation does, but for what must be known before one.

    Args:
        answer: the answer.
        words: the bot's own.
        room: how many characters there are.
        understood: how the question was understood, which stands above all else; None where as it was asked.
        filters: what somebody chose that narrows it.
        growing: whether it is still being phrased.
        taken: how many rows stand around it.
    """
    above = f"-# {words.understood}: {inline(understood, _UNDERSTOOD)}\n" if understood is not None else ""
    if not answer.citations:
        narrowing = (names_line(answer, words), filters_line(filters, words), dates_line(answer, words))
        return _fitting(above, (*abstained(answer, words), *narrowing), room)
    left = room - len(above)
    fullest = _fullest(answer, words, left, growing=growing)
    height = allowed(len(fullest.cited)) - taken - (rows(above) - 1 if above else 0)
    for brief in (False, True):
        remarked = _remarked(fullest, answer, filters, words, left, brief=brief)
        fitting = _on_a_phone(remarked, words, left, height)
        if rows(fitting.text(words, left)) <= height:
            break
    return above + _completed(fitting, answer, words, left, height)


def _remarked(
    layout: Layout, answer: Answer, filters: Filters, words: CardWords, room: int, *, brief: bool
) -> Layout:
    """Add what must be known of how the answer was found, as far as there are characters for it."""
    dates = dates_line(answer, words, brief=brief)
    for remark in (names_line(answer, words), filters_line(filters, words), dates):
        layout = _if_it_fits(layout, layout.with_remark(remark), words, room)
    return layout


def _fitting(above: str, lines: Sequence[str], room: int) -> str:
    """Return the first line, and those of the others that there is room for."""
    told = above + lines[0]
    for line in filter(None, lines[1:]):
        told = f"{told}\n{line}" if len(told) + len(line) < room else told
    return told


def _fullest(answer: Answer, words: CardWords, room: int, *, growing: bool) -> Layout:
    """Return all that there are characters for, led by a model's words where all they rest on is shown."""
    said = phrased(answer, words, growing=growing)
    every = _fullest_first(answer, words, room, several=bool(said))
    quoted = next(one for one in every if _fits(one, words, room))
    quoted = _if_it_fits(quoted, replace(quoted, differing=_differing(answer, words)), words, room)
    if not said or quoted.notes:  # without all that they rest on, the words of a model could not be checked
        return quoted
    doubted = replace(quoted.quotations[0], doubted=False)
    said = f"{words.possibly.capitalize()}: {said}" if quoted.quotations[0].doubted else said
    led = replace(quoted.led_by(said), quotations=(doubted, *quoted.quotations[1:]))
    return _if_it_fits(quoted, led, words, room)


def _fullest_first(answer: Answer, words: CardWords, room: int, *, several: bool) -> Iterator[Layout]:
    """Give way in this order: wordings too long for any card, later quotations, further articles."""
    wordings = quotations(answer, words)
    every = _quoted(answer, wordings, words, room, several=several)
    notices = notices_above(answer.citations, words)
    for count in range(len(every), 0, -1):
        shown = every[:count]
        notes = _left_out(words.quotes_left_out, len(every) - count)
        yield Layout(shown, articles_cited(answer, wordings, shown), notices, notes)
    notes = _left_out(words.quotes_left_out, len(every) - 1)
    cited = articles_cited(answer, wordings, every[:1])
    for count in range(len(cited) - 1, 0, -1):
        fewer = _left_out(words.sources_left_out, len(cited) - count)
        yield Layout(every[:1], cited[:count], notices, (*notes, *fewer))


def _quoted(
    answer: Answer, every: Sequence[Quotation], words: CardWords, room: int, *, several: bool
) -> tuple[Quotation, ...]:
    """Return what is quoted: the first wording, or every one where more rests on them or none answers."""
    alone = bool(answer.answers) and not several
    first = replace(every[0], doubted=answer.confidence < SURE)
    chosen = [first] if alone else [first, *every[1:]]
    return tuple(
        _showable(replace(one, numbered=several or len(chosen) > 1), answer, words, room) for one in chosen
    )


def _showable(quotation: Quotation, answer: Answer, words: CardWords, room: int) -> Quotation:
    """Return as much of it as fits a card beside one article, without its words if need be."""
    cited = articles_cited(answer, (quotation,), (quotation,))[:1]
    beside = Layout((quotation,), cited, notices_above(answer.citations, words))
    whole = quotation.wording.reply is None  # what answers in it is not known: a part might not
    shorter = [quotation] if whole else list(quotation.fuller_first())
    for one in (*shorter, quotation.without_wording()):
        if len(replace(beside, quotations=(one,)).text(words, room)) <= room - _NOTES:
            return one
    return quotation.without_words()


def _differing(answer: Answer, words: CardWords) -> str:
    return f"**{words.differing}**" if answer.values else ""


def _on_a_phone(layout: Layout, words: CardWords, room: int, height: int) -> Layout:
    """Return the fullest layout that a phone has rows for, else the one with the fewest."""
    shortest = layout
    for one in layout.fuller_first():
        text = one.text(words, room)
        if len(text) > room:
            continue
        if rows(text) <= height:
            return one
        shortest = one
    return shortest


def _completed(layout: Layout, answer: Answer, words: CardWords, room: int, height: int) -> str:
    """Return the text with what else there are characters and rows for."""
    figures = layout.with_figures([figures_below(one, words) for one in layout.quotations])
    for more in (figures, figures.with_remark(origins_line(answer, words))):
        text = more.text(words, room)
        if len(text) <= room and rows(text) <= height:
            layout = more
    return layout.text(words, room)


def _if_it_fits(without: Layout, with_it: Layout, words: CardWords, room: int) -> Layout:
    return with_it if _fits(with_it, words, room) else without


def _fits(layout: Layout, words: CardWords, room: int) -> bool:
    return len(layout.text(words, room)) <= room


def _left_out(pair: tuple[str, str], count: int) -> tuple[str, ...]:
    return (counted(pair, count),) if count else ()
