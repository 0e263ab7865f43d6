"""When an article appeared, as its reader would write it."""

from __future__ import annotations

import datetime

from bot.discord.display.card_words import CardWords
from corpus.calendar_names import written
from corpus.dates import PartialDate

_NOON = datetime.time(12, tzinfo=datetime.UTC)


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
