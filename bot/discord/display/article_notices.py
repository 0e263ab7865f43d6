"""What is to be said of an article under its source: its kind, what is missing, corrections, withdrawals."""

from collections.abc import Sequence

from bot.discord.display.card_words import CardWords
from bot.discord.display.escape import inline
from bot.discord.display.sources import day
from bot.marks import marks
from corpus.article import Draft
from corpus.catalogue.notices import Kind, Notice
from retrieval.search.results import Citation

_NOTE = 200
_NOTE_ABOVE = 110  # on a card, where an answer has rows to leave for


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


def notices_above(citations: Sequence[Citation], words: CardWords) -> tuple[str, ...]:
    """Return a line for each article that a notice tells of, with its numbers where there are others."""
    told = {one.article.id: one.notice for one in citations if one.notice}
    several = len({one.article.id for one in citations}) > 1
    return tuple(
        f"{_numbers(article, citations)} {line}" if several else line
        for article, notice in told.items()
        for line in [noticed(notice, words, _NOTE_ABOVE)]
    )


def _numbers(article: str, citations: Sequence[Citation]) -> str:
    return " ".join(f"**[{one.number}]**" for one in citations if one.article.id == article)


def noticed(notice: Notice, words: CardWords, longest: int = _NOTE) -> str:
    """Return the notice as one line that opens in bold, which no text of an article can be."""
    said = words.withdrawn if notice.kind is Kind.WITHDRAWN else words.corrected
    return said.format(date=day(notice.at), note=inline(notice.note, longest))
