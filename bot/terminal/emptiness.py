"""A corpus without articles: what people are told instead of that nothing was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.terminal.console import notices, output
from bot.terminal.words import TERMINAL, spoken
from corpus.catalogue import articles, browsing
from corpus.filters import Filters

if TYPE_CHECKING:
    from corpus.catalogue.connection import Catalogue


def emptiness(catalogue: Catalogue, guild: str | None, question: str) -> str:
    """Return that a question meets no article at all, and what to do; empty where it meets some.

    Args:
        catalogue: the articles.
        guild: the Discord server whose articles are asked too; None for those of everyone alone.
        question: what is asked, in whose language it is told.
    """
    with catalogue.reading() as connection:
        if browsing.total(connection, Filters(guild=guild)):
            return ""
        anywhere = articles.count(connection)[0]
    words = TERMINAL.of(spoken(question))
    return words.none_for_everyone if anywhere else words.none


def print_emptiness(sentence: str, *, as_json: bool = False) -> None:
    """Print it in place of what would have been found; beside a document it is a notice."""
    if sentence:
        (notices() if as_json else output()).print(sentence)
