"""What the bot itself remarks on an answer: figures, origins, how it was read, what narrowed it."""

from collections.abc import Iterator

from bot.discord.display.card_words import CardWords
from bot.discord.display.escape import inline
from bot.discord.display.quotations import Quotation
from bot.discord.display.sources import published
from bot.discord.display.stretch import WIDTH
from bot.marks import kind_named
from bot.telling.answer_words import counted
from bot.telling.narrowed_dates import told
from bot.telling.read_as import told as read_as
from corpus.filters import Filters
from retrieval.answering.origins import origins_of
from retrieval.search.results import Answer

_FIGURES = 200
_SENTENCE = 300
_OUTLET = 60


def figures_below(quotation: Quotation, words: CardWords) -> str:
    """Return the figures of what answers as the card's readers write them, below it, where none lead.

    Of words that fill more than a row nobody asked for the figures alone.
    """
    reply = quotation.wording.reply
    if quotation.withheld or quotation.leads or reply is None or len(reply.words) > WIDTH:
        return ""
    figures = inline(quotation.figures, _FIGURES)
    return _small(words.figures.format(figures=figures)) if figures else ""


def origins_line(answer: Answer, words: CardWords) -> str:
    """Return how many independent origins the sources have; empty for one article."""
    return _small(counted(origins_of(answer), words.code))


def filters_line(filters: Filters, words: CardWords) -> str:
    """Return what somebody chose that narrowed the articles; empty where nothing did."""
    chosen = filtered(filters, words)
    return _small(words.only.format(filters=chosen)) if chosen else ""


def dates_line(answer: Answer, words: CardWords, *, brief: bool = False) -> str:
    """Return how the dates that the question names narrowed the articles; empty where they did not.

    In brief it does not say which words of the question did so.
    """
    found = answer.narrowed
    if brief and found and not found.widened:
        return filters_line(Filters(since=found.since, until=found.until), words)
    return _small(inline(told(answer.narrowed, words.code), _SENTENCE))


def names_line(answer: Answer, words: CardWords) -> str:
    """Return how words and names of the question were read as others; empty where none was."""
    return _small(inline(read_as(answer.readings, words.code), _SENTENCE))


def _small(line: str) -> str:
    return f"-# {line}" if line else ""


def filtered(filters: Filters, words: CardWords) -> str:
    """Return what was chosen, such as `since 2023, of The Ledger`; empty for nothing."""
    return ", ".join(_chosen(filters, words))


def _chosen(filters: Filters, words: CardWords) -> Iterator[str]:
    dates = ((words.since, filters.since), (words.until, filters.until), (words.as_of, filters.as_of))
    yield from (sentence.format(date=published(date, words)) for sentence, date in dates if date)
    if filters.outlet:
        yield words.outlet.format(outlet=inline(filters.outlet, _OUTLET))
    if filters.kind:
        yield words.kind.format(kind=kind_named(filters.kind, words.code))
