"""Follow-ups: a question that leans on the one before it, made to stand alone.

By rules that can be explained: a question leans when it opens like a continuation ("and", "en hoe
zit het met") or points back with a pronoun. The question before it is then put in front, so that its
names and words are searched for too.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.tokens import words

_OPENINGS = frozenset({"and", "but", "also", "or", "en", "maar", "ook", "of", "dus", "so"})
_PHRASES = (
    "what about",
    "how about",
    "hoe zit het met",
    "wat betreft",
)
_POINTING = frozenset(
    (
        *("it", "its", "they", "them", "their", "he", "him", "his", "she", "her", "that", "this"),
        *("those", "these", "there", "then", "hij", "hem", "zij", "haar", "ze", "hun", "dat", "dit"),
        *("die", "deze", "daar", "ervan", "daarvan", "ermee", "toen"),
    )
)
_POINTED_AT = 8  # words; a longer question mostly names what its pronouns stand for


def standalone(question: str, earlier: Sequence[str]) -> str:
    """Return `question` as it stands alone, given the `earlier` standalone questions, oldest first."""
    if not earlier or not leans(question):
        return question
    return f"{earlier[-1]} {question}"


def leans(question: str) -> bool:
    """Tell whether a question is understood only from the one before it."""
    said = words(question)
    if not said:
        return False
    opens = said[0] in _OPENINGS or " ".join(said).startswith(_PHRASES)
    return opens or (len(said) <= _POINTED_AT and not _POINTING.isdisjoint(said))
