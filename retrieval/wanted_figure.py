"""What kind of figure a question asks for, and what it counts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.tokens import tokens, words
from retrieval.figures.figure import Kind
from retrieval.function_words import FUNCTION_WORDS

LANGUAGES = ("en", "nl")
_BEGINNING = 5  # letters of a word that other languages share: "Russi"
_COUNTED = 3  # words after "how many" that may name what is counted: "how many new shore power berths"
_SUMS = {Kind.AMOUNT, Kind.PERCENT, Kind.MEASURE}
_PRICED = (
    "amount|bill|bonus|budget|charge|cost|costs|estimate|fare|fee|fine|pay|premium|price|rent|salary|subsidy"
    "|tariff|tax|wage|bedrag|begroting|boete|huur|kosten|loon|premie|prijs|raming|salaris|subsidie|tarief|tekenbonus|vergoeding"
)
_SPENT = (
    r"geld|euro|kost\w*|is|was|bedr\w+|beta\w+|krij\w+|kreeg|kregen|verdien\w*|moet|gaat|wordt|werd|zou|zal|heeft|geeft"
    r"|gaf|rekent|vraagt|ontv\w+"
)
# The first that fits decides.
_ASKED: tuple[tuple[str, set[Kind]], ...] = (
    (
        r"(?:how many|what|which) percent(?:age)?|interest rate|hoeveel procent|welk percentage|rente",
        {Kind.PERCENT},
    ),
    (r"when|wh(?:at|ich) (?:year|month|date|day)|wanneer|welke? (?:jaar|maand|datum|dag)", {Kind.DATE}),
    (r"how long|hoe ?lang", {Kind.DURATION, Kind.MEASURE}),
    (r"how many|number of|aantal", {Kind.COUNT, Kind.DURATION}),
    (r"how (?:much|high|large|big|expensive)|hoe (?:hoog|groot|duur)|wat kost\w*|wat kreeg", _SUMS),
    (r"what (?:does|did|do) .*\bcosts?", _SUMS),
    (r"how (?:far|tall|deep|wide|heavy|fast)|hoe (?:ver|diep|breed|zwaar|snel)", {Kind.MEASURE}),
    (rf"hoeveel (?:{_SPENT})", _SUMS),
    (r"hoeveel", {Kind.COUNT, Kind.MEASURE, Kind.DURATION}),
    (rf"(?:what|wat) (?:is|was|are|were|waren|zijn) .*(?:{_PRICED})", {Kind.AMOUNT}),
)
_PATTERNS = [(re.compile(rf"\b(?:{asked})\b", re.IGNORECASE), frozenset(kinds)) for asked, kinds in _ASKED]
_HOW_MANY = re.compile(r"\b(?:how many|number of|hoeveel|aantal)\b(.*)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Wanted:
    """The kinds of figure that a question asks for.

    `counted` are the stems of what it may count, `matter` the beginnings of the words that carry its matter.
    """

    kinds: frozenset[Kind]
    counted: frozenset[str]
    matter: frozenset[str]


def wanted(question: str) -> Wanted:
    """Return what a question in Dutch or English asks for; no kind where it asks for no figure."""
    kinds = next((kinds for pattern, kinds in _PATTERNS if pattern.search(question)), frozenset[Kind]())
    after = _HOW_MANY.search(question)
    named = [word for word in after[1].split() if word.lower() not in FUNCTION_WORDS] if after else []
    matter = {word[:_BEGINNING] for word in words(question) if word not in FUNCTION_WORDS and word.isalpha()}
    long_enough = frozenset(word for word in matter if len(word) == _BEGINNING)
    return Wanted(kinds, stems(" ".join(named[:_COUNTED])), long_enough)


def is_about(matter: frozenset[str], text: str) -> bool:
    """Tell whether a text has a word of that matter: by its beginning, which names and compounds keep.

    `Russia` is in `Russische`, `bonus` in `tekenbonus`. Where the question has no such word, any text is.
    """
    said = " ".join(words(text))
    return not matter or any(beginning in said for beginning in matter)


def stems(text: str) -> frozenset[str]:
    """Return the words of a text as they are compared here, in either language."""
    return frozenset(tokens(text, LANGUAGES))
