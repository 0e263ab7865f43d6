"""How a word or name of a question was read that the corpus writes otherwise."""

import re
from dataclasses import dataclass
from enum import StrEnum

from corpus.catalogue.answers import Given
from corpus.text import folded


class Cause(StrEnum):
    """Why a name was read as another."""

    SPELLING = "spelling"  # no article has the word as written
    STATED = "stated"  # an article gives the short and the full form
    INITIALS = "initials"  # the short form is the initials of the full one


@dataclass(frozen=True, slots=True)
class Reading:
    """A name as `written` in the question, what it was `read_as`, and why.

    `outlet` published the article that says so of an acronym; None where that is not known.
    """

    written: str
    read_as: str
    cause: Cause
    outlet: str | None = None

    def applied(self, question: str) -> str:
        """Return the question with the name as it was read."""
        return _whole(self.written).sub(lambda _: self.read_as, question)

    def fits(self, text: str) -> bool:
        """Tell whether a folded text has the name as it was read and not as it was written."""
        return _stands(self.read_as, text) and not _stands(self.written, text)


def readings_of(given: Given) -> tuple[Reading, ...]:
    """Return the readings that an answer was remembered with."""
    return tuple(
        Reading(written, read_as, Cause(cause), outlet) for written, read_as, cause, outlet in given.readings
    )


def _stands(name: str, text: str) -> bool:
    return _whole(folded(name)).search(text) is not None


def _whole(name: str) -> re.Pattern[str]:
    spaced = r"[\s-]+".join(map(re.escape, name.split()))
    return re.compile(rf"(?<![^\W_]){spaced}(?![^\W_])", re.IGNORECASE)
