"""What kind of answer a question wants, where its words say so: a number, or anything."""

from __future__ import annotations

import re

_WANTS_NUMBER = re.compile(
    r"\b(?:how (?:many|much|long|old|far|high|large|big|tall|often|fast)|when|what (?:year|percentage|date)"
    r"|hoe ?veel|hoe (?:lang|oud|ver|hoog|groot|vaak|snel|duur)|wanneer"
    r"|welk (?:jaar|percentage|bedrag)|wat kost)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundred|thousand|million|billion|half"
    r"|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|honderd|duizend|miljoen|miljard|helft)\b",
    re.IGNORECASE,
)


def answers_in_kind(question: str, sentence: str) -> bool:
    """Tell whether a sentence holds a number where the question, in Dutch or English, wants one."""
    return _WANTS_NUMBER.search(question) is not None and _NUMBER.search(sentence) is not None
