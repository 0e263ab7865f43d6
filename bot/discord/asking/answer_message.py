"""An answer as a message, as its question was meant: a card, or text, with the buttons under it."""

from dataclasses import dataclass, replace
from typing import Any

from bot.discord.asking.buttons import buttons
from bot.discord.connection.newsroom import Newsroom
from bot.discord.display.card import card, plain
from bot.discord.display.card_words import CARD
from corpus.filters import Filters
from corpus.text import normalise
from retrieval.answering.explaining import Explanation
from retrieval.question.names.readings import Reading
from retrieval.search.results import Answer


@dataclass(frozen=True, slots=True)
class Understood:
    """A question as it stands alone, and what somebody chose that narrows it."""

    question: str
    filters: Filters


async def message_of(
    newsroom: Newsroom,
    answer: Answer,
    meant: Understood,
    language: str,
    *,
    embedded: bool,
    growing: bool = False,
    instead: Reading | None = None,
) -> dict[str, Any]:
    """Return an answer as a message to send or to edit.

    Args:
        newsroom: whose workers write it: whole articles are compared for it.
        answer: the answer.
        meant: what was understood, which is said where it is not what was asked.
        language: that of the bot's own words, `nl` or `en`.
        embedded: whether cards may be shown.
        growing: whether it is still being phrased: then nothing can be done with it yet.
        instead: a word of the question, and what may have been meant by it.

    Raises:
        Busy: too much is waiting already.
    """
    written = await newsroom.workers.run(
        lambda: _written(answer, meant, language, embedded=embedded, growing=growing), short=True
    )
    if growing:
        return written
    in_guild = meant.filters.guild is not None
    return {**written, "view": buttons(answer, language, in_guild=in_guild, instead=instead)}


def _written(
    answer: Answer, meant: Understood, language: str, *, embedded: bool, growing: bool
) -> dict[str, Any]:
    words = CARD.of(language)
    understood = meant.question if normalise(meant.question) != answer.question else None
    if embedded:
        return {"content": None, "embed": card(answer, words, understood, meant.filters, growing=growing)}
    text = plain(answer, words, understood=understood, filters=meant.filters, growing=growing)
    return {"content": text, "embed": None}


def understood_then(explained: Explanation) -> Understood:
    """Return what was meant by the question of an answer given before.

    An answer remembers the filters that were used in the end: dates that its question's own words named are
    not among those that somebody chose.
    """
    by_words, filters = explained.answer.narrowed, explained.filters
    if by_words and not by_words.widened:
        filters = replace(filters, since=None, until=None)
    return Understood(explained.standalone, filters)
