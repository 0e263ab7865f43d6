"""What kinds of figure a question asks for."""

from __future__ import annotations

import re

from corpus.tokens import tokens
from retrieval.figures.figure import Kind

LANGUAGES = ("en", "nl")
_SUMS = {Kind.AMOUNT, Kind.PERCENT, Kind.MEASURE}
_PRICED = (
    "amount|bill|bonus|budget|charge|cost|costs|estimate|fare|fee|fine|pay|premium|price|rent|salary|subsidy"
    "|tariff|tax|value|wage|worth|bedrag|begroting|boete|huur|kosten|loon|premie|prijs|raming|salaris"
    "|subsidie|tarief|tekenbonus|vastrecht|vergoeding|waarde?"
)
_SPENT = (
    r"geld|euro|kost\w*|is|was|bedr\w+|beta\w+|krij\w+|kreeg|kregen|verdien\w*|moet|gaat|wordt|werd|zou|zal|heeft"
    r"|geeft|gaf|rekent|vraagt|ontv\w+"
)
# The first that fits decides.
_ASKED: tuple[tuple[str, set[Kind]], ...] = (
    (
        r"(?:how many|what|which) percent(?:age)?|interest rate|hoeveel procent|welk percentage|rente",
        {Kind.PERCENT},
    ),
    (r"when|wh(?:at|ich) (?:year|month|date|day)|wanneer|welke? (?:jaar|maand|datum|dag)", {Kind.DATE}),
    (r"how long|hoe ?lang", {Kind.DURATION, Kind.MEASURE}),
    (r"how many|number of|aantal", {Kind.COUNT}),
    (r"how (?:much|high|large|big|expensive)|hoe (?:hoog|groot|duur)|wat kost\w*|wat kreeg", _SUMS),
    (r"what (?:does|did|do) .*\bcosts?", _SUMS),
    (r"how (?:far|tall|deep|wide|heavy|fast)|hoe (?:ver|diep|breed|zwaar|snel)", {Kind.MEASURE}),
    (rf"hoeveel (?:{_SPENT})", _SUMS),
    (r"hoeveel", {Kind.COUNT, Kind.MEASURE}),
    (rf"(?:what|wat) (?:is|was|are|were|waren|zijn) .*(?:{_PRICED})", {Kind.AMOUNT}),
)
_PATTERNS = [(re.compile(rf"\b(?:{asked})\b", re.IGNORECASE), frozenset(kinds)) for asked, kinds in _ASKED]


def kinds(question: str) -> frozenset[Kind]:
    """Return the kinds of figure that a question in Dutch or English asks for; none where it asks none."""
    return next((asked for pattern, asked in _PATTERNS if pattern.search(question)), frozenset[Kind]())


def stems(text: str) -> frozenset[str]:
    """Return the words of a text as they are compared here, in either language."""
    return frozenset(tokens(text, LANGUAGES))
