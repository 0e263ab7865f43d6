"""One article as a line of a card: outlet, date and title, the title leading to it."""

import datetime
from typing import Protocol

from bot.discord.display.card_words import CardWords
from bot.discord.display.escape import host, inline, shortened, web_link
from corpus.calendar_names import written
from corpus.dates import PartialDate

TITLE_LENGTH = 120
OUTLET_LENGTH = 60
_NOON = datetime.time(12, tzinfo=datetime.UTC)


class Described(Protocol):
    """What a source line says of an article, be it whole or a headline."""

    @property
    def title(self) -> str | None:
        """Its headline."""

    @property
    def outlet(self) -> str | None:
        """Who published it."""

    @property
    def published(self) -> PartialDate | None:
        """When."""

    @property
    def url(self) -> str | None:
        """Where it is read."""


def source(article: Described, link: str | None, words: CardWords, longest_link: int) -> str:
    """Return `outlet, date: title`, without what the article does not say.

    The title leads to `link`, or to the article's own address where that link is longer than `longest_link`.
    """
    where = origin(article, words)
    title = titled(article, link, words, longest_link)
    return f"{where}: {title}" if where else title


def titled(
    article: Described,
    link: str | None,
    words: CardWords,
    longest_link: int,
    longest_title: int = TITLE_LENGTH,
) -> str:
    """Return the title alone, of at most so many characters, leading where that of `source` does."""
    shown = shortened(article.title or "", longest_title)
    return _linked(shown, _first_that_fits((link, article.url), longest_link), words)


def origin(article: Described, words: CardWords) -> str:
    """Return `outlet, date`, or the one of them that the article says."""
    outlet = inline(article.outlet or host(article.url) or "", OUTLET_LENGTH)
    date = published(article.published, words) if article.published else ""
    return ", ".join(part for part in (outlet, date) if part)


def _first_that_fits(links: tuple[str | None, ...], longest: int) -> str | None:
    return next((fit for fit in map(web_link, links) if fit is not None and len(fit) <= longest), None)


def _linked(title: str, link: str | None, words: CardWords) -> str:
    shown = inline(title, TITLE_LENGTH) or words.article
    if link is None:
        return shown
    # Discord shows no link whose text looks like an address: such a title stands beside its link.
    if "://" in title:
        return f"{shown} ([{words.opens}](<{link}>))"
    return f"[{shown}](<{link}>)"


def published(date: PartialDate, words: CardWords) -> str:
    """Return Discord's own timestamp for a day; month and year, or the year, in words where no more is known.

    Discord shows a timestamp in the reader's time zone: noon UTC is the same day from UTC-12 to UTC+11.
    """
    if date.day is not None:
        return day(datetime.datetime.combine(date.first(), _NOON))
    return written(date, words.code)


def day(at: datetime.datetime) -> str:
    """Return the day of a moment, as Discord shows it to each reader."""
    return f"<t:{int(at.timestamp())}:D>"
