"""A correction or withdrawal of an article, as a line under it."""

from __future__ import annotations

from bot.discord.cards.escape import inline
from bot.discord.cards.published import day
from bot.discord.cards.words import CardWords
from corpus.catalogue.notices import Kind, Notice

_NOTE = 200


def noticed(notice: Notice, words: CardWords) -> str:
    """Return the notice as one line that opens in bold, which no text of an article can be."""
    said = words.withdrawn if notice.kind is Kind.WITHDRAWN else words.corrected
    return said.format(date=day(notice.at), note=inline(notice.note, _NOTE))
