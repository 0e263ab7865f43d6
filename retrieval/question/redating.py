"""The question before, asked of another time: what "and in 2021?" means after it.

Its own dates give way, so that from question to question nothing is added.
"""

import datetime
import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.tokens import words
from retrieval.language import function_words
from retrieval.question.dates.grammar import VOCABULARIES
from retrieval.question.dates.mentions import Mention, mentions
from retrieval.question.dates.time_words import Relation
from retrieval.question.dependence import asks, only_goes_on

# Where dates stand in a question does not depend on the day; only what "last year" means does.
_ANY_DAY = datetime.date(2000, 1, 1)
_CARRIED = re.compile(r"(?:(?<!\s)\s+)?\([^()]*\)\s*$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def redated(question: str, before: str) -> str | None:
    """Return the question `before` with the time that `question` names; None where it names more, or none.

    Args:
        question: a question that leans on the one before.
        before: that one, as it stands alone, perhaps with words carried along in brackets at its end.
    """
    known = function_words.language([*words(before), *words(question)], VOCABULARIES)
    for language in (known,) if known in VOCABULARIES else VOCABULARIES:
        named = mentions(question, language, _ANY_DAY)
        if named and only_goes_on(words(_without(question, named)), words(before)):
            return _asked_of(question, named, before, language)
    return None


def _asked_of(question: str, named: Sequence[Mention], before: str, language: str) -> str | None:
    brackets = _CARRIED.search(before)
    asked = before[: brackets.start()] if brackets else before
    carried = " ".join(_YEAR.sub(" ", brackets[0].strip(" ()")).split()) if brackets else ""
    old = mentions(asked, language, _ANY_DAY)
    names_a_thing = any(one.owns or one.relation is Relation.NONE for one in old)
    if names_a_thing or (brackets and not asks(words(asked))):
        return None
    when = question[named[0].start : named[-1].end]
    if named[0].relation is Relation.ABOUT:  # "what about 2021?"
        when = when.partition(" ")[2]
    if named[0].relation in {Relation.NONE, Relation.ABOUT} and when[:1].isdecimal():
        when = f"in {when}"
    if all(one.yearless for one in named) and any(not one.yearless for one in old):
        when = f"{when} {old[-1].period.last.year}"
    return f"{_put(asked, old, when)}{f' ({carried})' if carried else ''}"


def _put(asked: str, old: Sequence[Mention], when: str) -> str:
    """Write `when` in the place of the first date of a question, or at its end where it has none."""
    if not old:
        place = len(asked.rstrip().rstrip("?.!").rstrip())
        return f"{asked[:place]} {when}{asked[place:].strip() or '?'}"
    first = old[0]
    return asked[: first.start] + when + _without(asked, old)[first.start :]


def _without(question: str, named: Sequence[Mention]) -> str:
    """Return a question without its dates and what joins them, as in "2021 and 2022"."""
    spans = [(one.start, one.end) for one in named]
    joined = [(one.end, other.start) for one, other in pairwise(named) if other.goes_on]
    for start, end in sorted([*spans, *joined], reverse=True):
        question = question[:start] + question[end:]
    return question
