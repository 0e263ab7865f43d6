"""Which publication dates the words of a question leave, by rules that rather hide nothing.

A period that a question names is mostly one that it asks about, and what happened then is told by articles of
then and of later. So a question is narrowed to articles from the beginning of the period on, and to an end
only where it asks what was written by then, or names nothing but an end ("before 2024").

It is not narrowed at all where any doubt is left:

- the period is still to come, or the question has words of plans ("will", "zou", "budget"): articles of
  before may answer it;
- the period says which thing is meant, not when ("the 2022 estimate", "de begroting van vorig jaar", "for
  2025"), or is the asker's yardstick alone (a year that no preposition goes with);
- its year is left out by a follow-up ("and in May?"), which means the year that was spoken of;
- it began before 1990, which would leave out nothing but articles without a date;
- "today" and bare weekdays, unless the question asks what happened or was written: "what does it cost today"
  means now.
"""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.dates import PartialDate
from corpus.filters import Filters
from corpus.tokens import words
from retrieval.language import function_words
from retrieval.question.dates import tense
from retrieval.question.dates.grammar import VOCABULARIES
from retrieval.question.dates.mentions import Mention, mentions
from retrieval.question.dates.relation import settled
from retrieval.question.dates.time_words import Relation
from retrieval.question.dependence import leans

_EARLIEST = 1990
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d%]|[.,]\d)")
_ENDS = {Relation.BEFORE, Relation.UNTIL}


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Articles that may have been published from `since` and by `until`; None does not narrow.

    `words` are those of the question that said so, as they were written; none where nothing is narrowed.
    `widened` says that none of these articles answers and that all were used.
    """

    since: PartialDate | None = None
    until: PartialDate | None = None
    words: tuple[str, ...] = ()
    widened: bool = False

    def __bool__(self) -> bool:
        """Whether it narrows anything."""
        return bool(self.words)


def narrowed(question: str, language: str | None, asked: datetime.date) -> Narrowed:
    """Return the publication dates that `question` leaves.

    Args:
        question: the question as its asker wrote it.
        language: its ISO 639-1 code; None where it is not known. Only Dutch and English are read.
        asked: the day on which it is asked.
    """
    known = (language or function_words.language(words(question), VOCABULARIES),)
    for one in known if known[0] else VOCABULARIES:
        found = _read(question, one, asked) if one in VOCABULARIES else None
        if found:
            return found
    return Narrowed()


def left_by(asked: str, filters: Filters, today: datetime.date) -> Narrowed:
    """Return the dates that the words of an asker leave; what `filters` say of dates goes before them."""
    return Narrowed() if filters.since or filters.until else narrowed(asked, None, filters.day(today))


def undated(question: str, dates: Narrowed) -> str:
    """Return a question without its words of dates: where no article of then answers, they ask too much."""
    for said in dates.words:
        question = question.replace(said, " ")
    return re.sub(r" ([?.!,])", r"\1", " ".join(question.split()))


def _read(question: str, language: str, asked: datetime.date) -> Narrowed:
    reporting = tense.is_about_reporting(question, language)
    events = reporting or tense.is_about_events(question, language)
    named = mentions(question, language, asked)
    found = [
        replace(one, relation=settled(one, reporting=reporting))
        for one in named
        if events or not _may_mean_now(one, asked)
    ]
    if not found or any(_is_doubtful(one, asked) for one in found):
        return Narrowed()
    if any(one.yearless and (leans(question) or _asks_length(question, one, language)) for one in found):
        return Narrowed()
    if not reporting and (tense.is_about_plans(question, language) or _says_more(question, found)):
        return Narrowed()
    since, until = _since(found), _until(found, asked, reporting=reporting)
    if since and until and since.first() > until.last():
        return Narrowed()
    return Narrowed(since, until, _words(question, found)) if since or until else Narrowed()


def _words(question: str, found: Sequence[Mention]) -> tuple[str, ...]:
    spans: list[tuple[int, int]] = []
    for one in found:
        begin = spans.pop()[0] if one.goes_on and spans else one.start
        spans.append((begin, one.end))
    return tuple(question[begin:end] for begin, end in spans)


def _asks_length(question: str, mention: Mention, language: str) -> bool:
    return tense.is_about_calendar(question[: mention.start], question[mention.end :], language)


def _may_mean_now(mention: Mention, asked: datetime.date) -> bool:
    return mention.form == "weekday" or (mention.form == "days" and mention.period.first.first() == asked)


def _is_doubtful(mention: Mention, asked: datetime.date) -> bool:
    if mention.relation is Relation.ABOUT or mention.period.first.year < _EARLIEST:
        return True
    begins = (
        mention.period.after().first() if mention.relation is Relation.AFTER else mention.period.first.first()
    )
    return begins > asked


def _says_more(question: str, found: Sequence[Mention]) -> bool:
    """Tell whether a question names a year besides, or an end beside a period: it may compare them."""
    if len(found) > 1 and any(one.relation in _ENDS for one in found):
        return True
    said = list(question)
    for one in found:
        said[one.start : one.end] = " " * (one.end - one.start)
    return _YEAR.search("".join(said)) is not None


def _since(found: Sequence[Mention]) -> PartialDate | None:
    begins = [
        one.period.after() if one.relation is Relation.AFTER else one.period.first
        for one in found
        if one.relation not in _ENDS
    ]
    return min(begins, key=PartialDate.first, default=None)


def _until(found: Sequence[Mention], asked: datetime.date, *, reporting: bool) -> PartialDate | None:
    ends = [
        one.period.before() if one.relation is Relation.BEFORE else one.period.last
        for one in found
        if one.relation in _ENDS
    ]
    if reporting and not ends and all(_is_over(one, asked) for one in found):
        ends = [one.period.last for one in found]
    return max(ends, key=PartialDate.last, default=None)


def _is_over(mention: Mention, asked: datetime.date) -> bool:
    return mention.relation is Relation.IN and mention.period.over(asked)
