"""The articles that a question was narrowed to, in words."""

from __future__ import annotations

from collections.abc import Iterator

from bot.discord.display.card_words import CardWords
from bot.discord.display.escape import inline
from bot.discord.display.published import published
from bot.marks import kind_named
from corpus.filters import Filters

_OUTLET = 60


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
