"""What a timeline's question asks for: the kinds of figure, what they count, and per what."""

from __future__ import annotations

import re
from dataclasses import dataclass

from retrieval import wanted_figure
from retrieval.figures.figure import Kind
from retrieval.figures.reading import figures
from retrieval.function_words import FUNCTION_WORDS
from retrieval.rates import rate
from retrieval.wanted_figure import stems

# Other words behind a price, as in "each way", part no values from one another.
RATES = frozenset({"hour", "day", "week", "month", "year"})
_ASKS = re.compile(r"\b(?:who|whom|whose|where|why|how|which|wie|waar|waarom|hoe|welke?)\b", re.IGNORECASE)
_WAITING = re.compile(r"\b(?:waiting time|wait|duration|wachttijd|duur|looptijd)\b", re.IGNORECASE)
_COUNTED = re.compile(
    r"\b(?:how many|how much|number of|hoeveel|aantal)\s+((?:[^\W_]+[ -]?){1,3})", re.IGNORECASE
)
_MONEY = re.compile(
    r"\b(?:costs?|prices?|pays?|paid|earns?|charges?|bill|bonus|budget|fares?|fees?|fine|tickets?|money|salary"
    r"|expensive|kost\w*|prijs|betaal\w*|betal\w*|verdien\w*|rekening|tekenbonus|begroting|kaartje|boete|geld|loon|duur"
    r"|raming|bedrag|tarief|subsid\w+)\b",
    re.IGNORECASE,
)
_VERBS = re.compile(r"kost|be[dt]|krij|kreeg|verdien|moet|gaat|word|werd|heeft|geeft|gaf|reken|vra|ont|geld")
# "this year" and "annual pass" name no rate.
_RATE = re.compile(
    r"\s+(?:(?:per|an?|each|every|elke?|iedere?)\s+\w+|monthly|yearly|annually|weekly|daily|hourly"
    r"|maandelijkse?|jaarlijkse?|wekelijkse?|dagelijkse?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sought:
    """What is asked for; `counted` are the words that name what is counted, empty where none is."""

    kinds: frozenset[Kind]
    counted: str
    stems: frozenset[str]
    rate: str | None


def sought(question: str, language: str | None) -> Sought:
    """Return what a question in Dutch or English asks for; no kind where it asks for no figure.

    A timeline is also asked for by naming its matter: "the signing bonus of Russia".
    """
    counted = _counted(question)
    kinds = _kinds(question)
    unit = {one.kind for one in figures(f"2 {counted.split()[0]}", language)} if counted else set()
    if unit & {Kind.DURATION, Kind.MEASURE, Kind.PERCENT, Kind.AMOUNT}:
        kinds, counted = frozenset(unit), ""
    return Sought(kinds, counted, stems(counted), _rate(question))


def _kinds(question: str) -> frozenset[Kind]:
    kinds = wanted_figure.kinds(question)
    if not kinds and not _ASKS.search(question):
        kinds = _of_matter(question)
    return frozenset({Kind.AMOUNT}) if Kind.AMOUNT in kinds and _MONEY.search(question) else kinds


def _of_matter(question: str) -> frozenset[Kind]:
    if _WAITING.search(question):
        return frozenset({Kind.DURATION})
    return frozenset({Kind.AMOUNT}) if _MONEY.search(question) else wanted_figure.kinds(f"what is {question}")


def _counted(question: str) -> str:
    """Return the words behind `how many` that name something; a verb there names nothing."""
    after = _COUNTED.search(question)
    named = after[1].split() if after else []
    ends = (place for place, word in enumerate(named) if word.lower() in FUNCTION_WORDS or _VERBS.match(word))
    return " ".join(named[: next(ends, len(named))])


def _rate(question: str) -> str | None:
    told = (rate(question, match.start()) for match in _RATE.finditer(question))
    return next((one for one in told if one in RATES), None)
