"""What a sentence offers that a question does not have already: names, places, numbers, reasons."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from corpus.text import folded
from retrieval.figures.figure import Kind
from retrieval.figures.reading import figures


class Offering(StrEnum):
    """A kind of thing that can answer."""

    NAME = "name"
    PERSON = "person"
    PLACE = "place"
    NUMBER = "number"
    AMOUNT = "amount"
    DATE = "date"
    REASON = "reason"


_WORD = re.compile(r"[^\W_]+(?:['\u2019.,-][^\W_]+)*")
_BEGINNING = 5  # letters of a name that its forms share: "Russia", "Russische"
_PLACE = re.compile(
    r"\b(?:in|at|near|from|to|on|of|outside|across|into|through|between|te|uit|bij|naar|op|langs|buiten|vanuit|rond"
    r"|tussen) (?:(?:the|de|het) )?([A-Z][\w'\u2019-]+)"
)
_REASON = re.compile(
    r"\b(?:because|since|due to|owing to|so that|in order to|as a result|thanks to|therefore|causes?|caused"
    r"|reasons?|too \w+ to|to (?:avoid|save|prevent|make|keep|protect|allow|give)|omdat|doordat|door|wegens"
    r"|vanwege|zodat|dankzij|daardoor|daarom|waardoor|reden|oorzaak|namelijk|immers|want|om te|te \w+ om"
    r"|als gevolg)\b",
    re.IGNORECASE,
)
_KINDS = {Kind.AMOUNT: Offering.AMOUNT, Kind.DATE: Offering.DATE}


@lru_cache(maxsize=4096)
def offered(sentence: str, question: str, language: str | None) -> frozenset[Offering]:
    """Return what a sentence offers beyond a question.

    Args:
        sentence: as it stands in an article.
        question: as it was asked, in any language: a name counts as known by its beginning.
        language: of the sentence, ISO 639-1.
    """
    known = folded(question)
    found = {*_names(sentence, known), *_figures(sentence, known, language)}
    if any(_is_new(match[1], known) for match in _PLACE.finditer(sentence)):
        found.add(Offering.PLACE)
    if _REASON.search(sentence):
        found.add(Offering.REASON)
    return frozenset(found)


def _names(sentence: str, known: str) -> set[Offering]:
    """Return NAME for a new word with a capital that no sentence opens with, PERSON for two such in a row."""
    written = _WORD.findall(sentence)
    capitals = [word[0].isupper() for word in written]
    new = [
        capital and (place > 0 or capitals[1:2] == [True]) and _is_new(word, known)
        for place, (word, capital) in enumerate(zip(written, capitals, strict=True))
    ]
    in_a_row = any(one and other for one, other in pairwise(new))
    return {*([Offering.NAME] if any(new) else []), *([Offering.PERSON] if in_a_row else [])}


def _figures(sentence: str, known: str, language: str | None) -> set[Offering]:
    """Return NUMBER for any new figure, and what kind it is."""
    new = [one for one in figures(sentence, language) if folded(sentence[one.start : one.end]) not in known]
    return {*([Offering.NUMBER] if new else []), *(_KINDS[one.kind] for one in new if one.kind in _KINDS)}


def _is_new(word: str, known: str) -> bool:
    return folded(word)[:_BEGINNING] not in known
