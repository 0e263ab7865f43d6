"""Telling the figures that hold when a sentence is written from those of before, and from differences."""

from __future__ import annotations

import datetime
import re

from retrieval.figures.figure import Figure
from retrieval.question_dates.grammar import VOCABULARIES
from retrieval.question_dates.mentions import mentions
from retrieval.question_dates.vocabulary import Relation

_ROUNDED = r"(?:(?:about|roughly|nearly|some|another|ongeveer|zo'n|bijna|ruim|nog eens)\s+)?"
# What stands before a figure that is not the matter's own: its former value, a difference, a part.
_BEFORE = re.compile(
    r"\b(?:against|versus|compared (?:with|to)|up from|down from|instead of|than (?:the|its|their)|by"
    r"|of which|including|tegen(?:over)?|in plaats van|vergeleken met|dan (?:de|het|die)|met|waarvan"
    rf"|waaronder|saved?|add(?:s|ed)|scheelt|bespaart)\s+{_ROUNDED}$",
    re.IGNORECASE,
)
_FORMERLY = re.compile(
    r"\b(?:nu (?:\w+ ){0,3}nog|now still"
    r"|originally|initially|previously|at first|the first (?:estimate|date|plan)|used to"
    r"|eerst|aanvankelijk|oorspronkelijk|eerste (?:raming|datum|plan))\b"
    r"(?!.*\b(?:now|nu|inmiddels|but|maar)\b)",
    re.IGNORECASE | re.DOTALL,
)
_FROM = re.compile(rf"\b(?:from|van)\s+(?:the\s+|de\s+)?{_ROUNDED}$", re.IGNORECASE)
_TO = re.compile(r"\s*(?:\w+\s+)?(?:to|naar|tot)\b", re.IGNORECASE)
_DIFFERENCE = re.compile(
    r"\s*(?:\w+\s+)?(?:more|less|fewer|higher|lower|cheaper|dearer|extra|meer|minder|hoger|lager|duurder"
    r"|goedkoper)\b(?!\s+(?:than|dan)\s+\w*\s*\d)",
    re.IGNORECASE,
)
_GOES_ON = {Relation.SINCE, Relation.FROM, Relation.AFTER}
_NOW = re.compile(r"\b(?:now|currently|at present|nu|inmiddels|momenteel|op dit moment)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:\u2013\u2014]\s|\s[-\u2013]\s")


def is_beside(text: str, figure: Figure) -> bool:
    """Tell whether a figure is what something was before, how much it changed by, or a part of it.

    `from 212 million` is where `to 248 million` follows, `four euros more`, `against 118 euros`.
    """
    before, after = text[: figure.start], text[figure.end :]
    former = _FROM.search(before) is not None and _TO.match(after) is not None
    patterns = (_BEFORE.search(before), _DIFFERENCE.match(after), _FORMERLY.search(before))
    return former or any(found is not None for found in patterns)


def last_day(
    text: str, figure: Figure, language: str | None, published: datetime.date
) -> datetime.date | None:
    """Return the end of the past period that the figure's clause names; None where it names none.

    Args:
        text: the sentence.
        figure: one of its figures.
        language: that of the sentence; only Dutch and English are read.
        published: the day on which it appeared, from which "last year" counts.
    """
    if language not in VOCABULARIES:
        return None
    start, end = clause(text, figure)
    if _NOW.search(text, start, end):
        return None
    named = mentions(text, language, published)
    within = [
        one.period.last.last()
        for one in named
        if one.start < end and one.end > start and one.relation not in _GOES_ON
    ]
    past = [day for day in within if day < published]
    return max(past) if past and len(past) == len(within) else None


def clause(text: str, figure: Figure) -> tuple[int, int]:
    """Return where the clause of a figure begins and ends, between commas and their like."""
    cuts = [match.start() for match in _CLAUSE.finditer(text)]
    start = max((cut for cut in cuts if cut < figure.start), default=0)
    return start, min((cut for cut in cuts if cut >= figure.end), default=len(text))
