"""A date of publication that htmldate found on a page: believed where it stands beside the headline."""

import datetime
import re

from corpus.dates import PartialDate
from corpus.reading import shown_dates, written_dates
from corpus.reading.declared import Declared
from corpus.reading.page_day import is_possible

_EARLIEST = 1995  # of news on the web


def confirmed(guess: str | None, said: Declared, today: datetime.date) -> PartialDate | None:
    """Return the guess where the page bears it out; None where it may as well be another day's.

    A search of a whole page finds other days too. Its answer is heard where the page has it in a meta
    tag, or where a short line beside the headline has its year and its day of the month: it may be in a
    language whose months are not read here.
    """
    date = written_dates.read(guess) if guess else None
    if date is None or date.year < _EARLIEST or not is_possible(date, today) or date == said.dates.modified:
        return None
    if date in {written_dates.read(value) for value in said.metas.values()}:
        return date
    return date if any(_has(line, date) for line in shown_dates.lines_near_headline(said.own)) else None


def _has(line: str, date: PartialDate) -> bool:
    return {date.year, date.day} <= set(map(int, re.findall(r"\d+", line)))
