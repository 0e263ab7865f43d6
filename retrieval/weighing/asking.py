"""What a question asks for, and the words of it that ask, in Dutch and English."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple


class Asking(StrEnum):
    """What a question asks for, where its words tell."""

    WHEN = "when"
    HOW_LONG = "how long"
    HOW_MANY = "how many"
    HOW_MUCH = "how much"
    WHY = "why"
    WHO = "who"
    WHERE = "where"


class AskingWords(NamedTuple):
    """Where a question's word of asking stands, and the end of the word after it: `which` and `city`."""

    start: int
    end: int
    end_of_next: int


_WHICH = "what|which|welke?"
# The first that fits decides.
_ASKED = {
    Asking.WHEN: (
        "when|wanneer"
        f"|(?:{_WHICH}) (?:year|month|date|day|century|decade|time|jaar|maand|datum|dag|eeuw|decennium|tijd)"
    ),
    Asking.HOW_LONG: "how long|hoe ?lang",
    Asking.HOW_MANY: (
        "how many|number of|aantal"
        "|hoeveel(?! (?:kost|geld|euro|procent|is|was|wordt|gaat|moet|bedr|beta|krij|kreeg|verdien))"
    ),
    Asking.HOW_MUCH: (
        "how (?:much|high|large|big|far|tall|deep|old|fast|often|expensive)"
        "|what (?:does|did|do|will) .*\\bcosts?"
        "|hoeveel|hoe (?:hoog|groot|duur|ver|oud|diep|snel|vaak|zwaar)|wat kost"
        f"|(?:{_WHICH}) (?:percent\\w*|amount|price|bedrag|prijs)"
    ),
    Asking.WHY: (
        "why|how come|what (?:causes?|caused|led|made)|for what reason|what (?:is|was) the reason"
        "|waarom|waardoor|wat (?:veroorzaak\\w*|was de oorzaak)|om welke reden"
    ),
    Asking.WHO: (
        f"who|whom|whose|wie|wiens|(?:{_WHICH}) (?:person|man|woman|people|player|scientist|president|king"
        "|director|author|leader|persoon|man|vrouw|speler|koning|wethouder|schrijver|leider)"
    ),
    Asking.WHERE: (
        f"where|waar|waarheen|waarvandaan|(?:{_WHICH}) (?:city|country|town|place|state|region|street"
        "|location|county|continent|island|stad|land|plaats|dorp|regio|straat|staat|plek|eiland)"
    ),
}
_PATTERNS = {asked: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for asked, words in _ASKED.items()}
_WORD = re.compile(
    r"\b(?:who|whom|whose|what|which|where|when|why|how|wie|wiens|wat|welke?|wanneer|hoe(?:veel|lang)?"
    r"|waar(?:aan|bij|door|heen|in|mee|naar|om|op|over|toe|uit|van|vandaan|voor)?)\b",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\W+\w+")


def asking(question: str) -> Asking | None:
    """Return what a question asks for; None where anything may answer: what, how, which."""
    return next((asked for asked, pattern in _PATTERNS.items() if pattern.search(question)), None)


def asking_words(question: str) -> AskingWords | None:
    """Return where the first word of asking stands."""
    found = _WORD.search(question)
    if found is None:
        return None
    following = _NEXT.match(question, found.end())
    return AskingWords(*found.span(), following.end() if following else found.end())
