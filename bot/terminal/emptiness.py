"""A corpus without articles: what people are told instead of that nothing was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.terminal.console import notices, output
from bot.terminal.words import TERMINAL, spoken
from corpus.catalogue import articles

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
        if articles.any_seen(connection, guild):
            return ""
        anywhere = articles.count(connection)[0]
    words = TERMINAL.of(spoken(question))
    return words.none_for_everyone if anywhere else words.none


def told_emptiness(catalogue: Catalogue, guild: str | None, question: str, *, as_json: bool) -> bool:
    """Print that a question meets no article, where that is so; return whether there is no more to say.

    A program that reads JSON gets its document beside the notice.
    """
    empty = emptiness(catalogue, guild, question)
    print_emptiness(empty, as_json=as_json)
    return bool(empty) and not as_json


def print_emptiness(sentence: str, *, as_json: bool = False) -> None:
    """Print it in place of what would have been found; beside a document it is a notice."""
    if sentence:
        (notices() if as_json else output()).print(sentence)
