"""Where a question names periods, and what it says of each."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.calendar_names import calendar_names
from corpus.dates import PartialDate
from retrieval.question.dates.grammar import Grammar, grammar
from retrieval.question.dates.matched_forms import Form
from retrieval.question.dates.periods import Period, whole
from retrieval.question.dates.time_words import Relation

_POSSESSIVE = re.compile(r"['\u2019]s?\b|['\u2019](?=\s)")
_YEAR_LEFT_OUT = {"day_month", "month_day", "month"}
_BEGINNING = {Relation.FROM, Relation.OF, Relation.SINCE}


@dataclass(frozen=True, slots=True)
class Mention:
    """A period that a question names, at `[start, end)` of it with the words that relate it.

    `form` is the grammar's name for how it is named; `yearless` is one without its year. `owns` tells that
    something is said to be the period's: "last year's budget"; `goes_on`, that it belongs to the one before:
    "in 2022 and 2024".
    """

    form: str
    period: Period
    relation: Relation
    start: int
    end: int
    yearless: bool
    owns: bool
    goes_on: bool = False


def mentions(question: str, language: str, asked: datetime.date) -> list[Mention]:
    """Return the periods that a question in `nl` or `en`, asked on that day, names; in order."""
    said = grammar(language)
    named = sorted(_named(question, said, language, asked), key=lambda one: one.start)
    related: list[Mention] = []
    for one in named:
        joined = _joined(question, related[-1], one, said) if related else None
        related[-1:] = joined or [*related[-1:], _related(question, one, said)]
    return [one for one in related if _is_meant(one)]


def _named(question: str, said: Grammar, language: str, asked: datetime.date) -> Iterator[Mention]:
    taken: list[tuple[int, int]] = []
    names = calendar_names(language)
    for form, pattern in said.forms:
        for match in pattern.finditer(question):
            start, end = match.span()
            if any(start < last and end > first for first, last in taken):
                continue
            # Also where there is no such day: "30 February 2024" does not say 2024.
            taken.append((start, end))
            period = Form(match, said.vocabulary, names, asked).period(form)
            if period:
                yearless = form in _YEAR_LEFT_OUT and not match.groupdict().get("year")
                owns = _POSSESSIVE.match(question, end) is not None
                yield Mention(form, period, Relation.NONE, start, end, yearless, owns)


def _related(question: str, mention: Mention, said: Grammar) -> Mention:
    before = question[: mention.start]
    match = said.relation.search(before)
    alone = said.alone.search(before)
    # The `of` of `end of 2023` belongs to the end.
    own = match is not None and alone is not None and alone.start() <= match.start()
    if match and match.lastgroup and not own:
        return replace(mention, relation=Relation[match.lastgroup], start=match.start())
    return replace(mention, relation=Relation.IN, start=alone.start()) if alone else mention


def _joined(question: str, first: Mention, second: Mention, said: Grammar) -> list[Mention] | None:
    """Read `between May and June 2023` or `in 2022 and 2024`; None where the two do not belong together."""
    between = said.joined.fullmatch(question, first.end, second.start)
    if not between:
        return None
    ranged = first.relation is Relation.BETWEEN or (first.relation in _BEGINNING and between["to"])
    relation = Relation.IN if ranged else first.relation
    period = first.period if first.form != "month" else _in_the_year_of(first.period, second)
    return [
        replace(first, relation=relation, period=period),
        replace(second, relation=relation, goes_on=True),
    ]


def _in_the_year_of(month: Period, second: Mention) -> Period:
    """Give a month the year that is said only of the second."""
    if second.form != "month_year" or month.first.month is None:
        return month
    end = second.period.first
    later = month.first.month > (end.month or 0)
    return whole(PartialDate(end.year - later, month.first.month))


def _is_meant(mention: Mention) -> bool:
    """Tell a month from a name: May, Mei and April are that too."""
    return mention.form != "month" or mention.relation is not Relation.NONE
