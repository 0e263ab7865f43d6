"""What is to be said of an article under its source: its kind, what is missing, corrections, withdrawals."""

from __future__ import annotations

from bot.discord.cards.escape import inline
from bot.discord.cards.published import day
from bot.discord.cards.words import CardWords
from bot.marks import marks
from corpus.article import Draft
from corpus.catalogue.notices import Kind, Notice

_NOTE = 200


def beneath(draft: Draft, notice: Notice | None, words: CardWords, *, kind: bool = True) -> list[str]:
    """Return the lines under the source of an article, none where there is nothing to say.

    Args:
        draft: the article.
        notice: its correction or withdrawal.
        words: the bot's own.
        kind: whether to name its kind, which stands before a quotation already.
    """
    told = marks(draft, words.code, kind=kind)
    told = f"-# {told}" if told else ""
    return [line for line in (told, noticed(notice, words) if notice else "") if line]


def noticed(notice: Notice, words: CardWords) -> str:
    """Return the notice as one line that opens in bold, which no text of an article can be."""
    said = words.withdrawn if notice.kind is Kind.WITHDRAWN else words.corrected
    return said.format(date=day(notice.at), note=inline(notice.note, _NOTE))
