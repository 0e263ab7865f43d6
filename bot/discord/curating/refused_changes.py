"""What of the articles that are there cannot be changed, in the bot's own words."""

from __future__ import annotations

from bot.discord.connection.errors import Refusal
from bot.discord.curating.change_lines import change_line
from bot.discord.curating.in_the_way import in_the_way
from bot.discord.curating.words import CURATING
from bot.discord.display.escape import inline
from corpus.article import Article
from corpus.catalogue.journal import Change
from corpus.errors import Obstacle

_OUTLET = 60


def not_yours(article: Article) -> Refusal:
    """Return that the operator shares an article, and what a server can do instead."""
    outlet = inline(article.draft.outlet or "", _OUTLET)

    def sentence(language: str) -> str:
        words = CURATING.of(language)
        return words.not_yours.format(outlet=outlet) if outlet else words.not_yours_and_no_outlet

    return Refusal(sentence)


def no_note() -> Refusal:
    """Return that a correction or withdrawal says nothing."""
    return Refusal(lambda language: CURATING.of(language).no_note)


def not_a_change(written: str) -> Refusal:
    """Return that what was written names no change."""
    shown = inline(written, _OUTLET)
    return Refusal(lambda language: CURATING.of(language).not_a_change.format(written=shown))


def not_undoable(reason: Obstacle, number: int | None) -> Refusal:
    """Return why a change cannot be taken back, where nothing was built upon it."""

    def sentence(language: str) -> str:
        words = CURATING.of(language)
        if number is None or reason is Obstacle.NOTHING:
            return words.nothing_to_undo
        said = words.undone_already if reason is Obstacle.UNDONE else words.no_change
        return said.format(number=number)

    return Refusal(sentence)


def built_upon(change: Change, changes: list[Change], live: int | None) -> Refusal:
    """Return which change is to be taken back before `change`.

    Args:
        change: what cannot be taken back yet.
        changes: all changes of its article, newest first.
        live: the live version of the article, None where it has none.
    """
    first = in_the_way(changes, change.id, live)

    def sentence(language: str) -> str:
        words = CURATING.of(language)
        if first is None:
            return words.built_upon_unseen.format(number=change.id)
        if first.guild != change.guild:
            return words.built_upon_by_operator.format(number=change.id)
        line = change_line(first, words)
        return words.built_upon.format(number=change.id, first=line, first_number=first.id)

    return Refusal(sentence)
