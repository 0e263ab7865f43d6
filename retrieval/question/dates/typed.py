"""A date or a period that somebody types by itself: into an option, not into a question."""

import datetime
import re
from collections.abc import Iterator

from corpus.dates import PartialDate
from retrieval.question.dates.mentions import mentions
from retrieval.question.dates.periods import Period, whole

# 05-03-2026, 5/3/26: the day comes first wherever Dutch or British English is written.
_NUMERIC = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d\d)")
_CENTURY = 2000
_AROUND = " .,;:()"


def typed(written: str, languages: tuple[str, ...], asked: datetime.date) -> list[Period]:
    """Return the periods that a text can mean, likeliest first; none where it names no date.

    Args:
        written: such as `2026-03`, `5 March 2026`, `05-03-2026`, `yesterday`, `vorige week`.
        languages: `nl` and `en`, the writer's own first: a text is seldom both.
        asked: the day on which it was typed.
    """
    return list(dict.fromkeys(_readings(" ".join(written.split()), languages, asked)))


def _readings(written: str, languages: tuple[str, ...], asked: datetime.date) -> Iterator[Period]:
    try:
        yield whole(PartialDate.parse(written))
    except ValueError:
        yield from _numeric(written)
        for language in languages:
            yield from _in_words(written, language, asked)


def _numeric(written: str) -> Iterator[Period]:
    match = _NUMERIC.fullmatch(written)
    if match is None:
        return
    one, other, year = (int(part) for part in match.groups())
    for day, month in ((one, other), (other, one)):
        try:
            yield whole(PartialDate(year if len(match[3]) > 2 else _CENTURY + year, month, day))  # noqa: PLR2004 - digits
        except ValueError:
            continue


def _in_words(written: str, language: str, asked: datetime.date) -> Iterator[Period]:
    """Read words as a question's are; "maart" alone is a month, as it is in "in maart"."""
    for said in (written, f"in {written}"):
        found = mentions(said, language, asked)
        if len(found) == 1 and not _outside(said, found[0].start, found[0].end):
            yield found[0].period


def _outside(said: str, start: int, end: int) -> str:
    before = said[:start].removeprefix("in ")
    return (before + said[end:]).strip(_AROUND)
