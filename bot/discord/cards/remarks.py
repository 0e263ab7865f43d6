"""What the bot itself remarks on an answer: doubt, values that differ, figures, origins, what narrowed it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.discord.cards.escape import inline
from bot.discord.cards.filtered import filtered
from bot.discord.cards.quotations import Quotation, marker
from bot.discord.cards.sources import origin
from bot.discord.cards.words import CardWords
from corpus.article import Span
from corpus.filters import Filters
from retrieval.confidence import SURE
from retrieval.figures.writing import written
from retrieval.names.telling import told as read_as
from retrieval.origins import counted, origins_of
from retrieval.question_dates.telling import told
from retrieval.results import Answer, Citation, Value

_FIGURE = 60
_FIGURES = 200
_SENTENCE = 300
_Place = tuple[int, Span]


def doubt_line(answer: Answer, words: CardWords) -> str:
    """Return that the answer may be none; empty where it is sure."""
    return (
        "" if answer.confidence >= SURE else _small(words.unsure.format(sure=round(answer.confidence * 100)))
    )


def differing(answer: Answer, words: CardWords, shown: Iterable[Quotation]) -> str:
    """Return a list of the values that differ, newest first; empty where none do.

    Args:
        answer: the answer.
        words: the bot's own.
        shown: the quotations on the card: sources of others are named without a number.
    """
    if not answer.values:
        return ""
    markers = {_place(one): marker(one) for quotation in shown for one in quotation.citations}
    listed = (_row(one, words, markers) for one in answer.values)
    return "\n".join([f"**{words.differing}**", *listed])


def figures_below(quotation: Quotation, words: CardWords) -> str:
    """Return the figures of what answers as the card's readers write them, below it, where none lead."""
    if quotation.withheld or quotation.leads or not quotation.figures:
        return ""
    return _small(words.figures.format(figures=inline(quotation.figures, _FIGURES)))


def origins_line(answer: Answer, words: CardWords) -> str:
    """Return how many independent origins the sources have; empty for one article."""
    return _small(counted(origins_of(answer), words.code))


def filters_line(filters: Filters, words: CardWords) -> str:
    """Return what somebody chose that narrowed the articles; empty where nothing did."""
    chosen = filtered(filters, words)
    return _small(words.only.format(filters=chosen)) if chosen else ""


def dates_line(answer: Answer, words: CardWords) -> str:
    """Return how the dates that the question names narrowed the articles; empty where they did not."""
    return _small(inline(told(answer.narrowed, words.code), _SENTENCE))


def names_line(answer: Answer, words: CardWords) -> str:
    """Return how words and names of the question were read as others; empty where none was."""
    return _small(inline(read_as(answer.readings, words.code), _SENTENCE))


def _small(line: str) -> str:
    return f"-# {line}" if line else ""


def _row(value: Value, words: CardWords, markers: Mapping[_Place, str]) -> str:
    where = "; ".join(filter(None, (_where(one, words, markers) for one in value.citations)))
    figure = inline(written(value.figure, words.code), _FIGURE)
    return f"- {figure}: {where}" if where else f"- {figure}"


def _where(citation: Citation, words: CardWords, markers: Mapping[_Place, str]) -> str:
    return " ".join(filter(None, (origin(citation.article.draft, words), markers.get(_place(citation)))))


def _place(citation: Citation) -> _Place:
    # Not its number, which is another one where a chat model cites the same quotes in another order.
    return citation.article.version, citation.span
