"""What the names and words of a question stand for in the corpus, misspelt ones among them."""

from collections.abc import Mapping
from dataclasses import dataclass

from corpus.catalogue.connection import Connection
from corpus.filters import Filters
from retrieval.index import lexical
from retrieval.index.lexical import Asked
from retrieval.language.function_words import FUNCTION_WORDS
from retrieval.question.names import acronym_readings
from retrieval.question.names.ordinary_words import ordinary_words, swapped_or_doubled
from retrieval.question.names.outlet_readings import outlet_words
from retrieval.question.names.readings import Cause, Reading
from retrieval.question.names.spellings import LONGEST, Finder, Written, beside, known_words, words_of
from retrieval.question.names.wording import wordings


@dataclass(frozen=True, slots=True)
class Understood:
    """A question as the articles spell its words, by the readings `spelt`, and what else its names can be.

    `asked` are its wordings with their words looked up; the first is `question`.
    """

    question: str
    spelt: tuple[Reading, ...]
    readings: tuple[Reading, ...]
    asked: Mapping[str, Asked]


def understand(connection: Connection, question: str, filters: Filters) -> Understood:
    """Return how the articles that `filters` allow write what a question names."""
    asked = lexical.asked(connection, question, filters.guild)
    spelt = spelling_readings(connection, question, asked, filters)
    for one in spelt:
        question = one.applied(question)
    if spelt:
        asked = lexical.asked(connection, question, filters.guild)
    readings = acronym_readings.readings(connection, question, asked, filters)
    further = wordings(question, readings)[1:]
    looked_up = lexical.asked_together(connection, further, filters.guild) if further else []
    return Understood(
        question,
        tuple(spelt),
        tuple(readings),
        {question: asked, **dict(zip(further, looked_up, strict=True))},
    )


def spelling_readings(connection: Connection, question: str, asked: Asked, filters: Filters) -> list[Reading]:
    """Return how the misspelt words of a question are read, from the articles that `filters` allow.

    Words that an article has, ordinary words, and whatever holds a digit are never read as others.
    """
    known = known_words(question, asked)
    unknown = [one for one in words_of(question) if not known.get(one.folded, True)]
    unknown = [one for one in unknown if one.folded not in ordinary_words()] if unknown else []
    if (
        not unknown
        or len(known) > LONGEST
        or not any(word in FUNCTION_WORDS or known[word] for word in known)
    ):
        return []
    finder = Finder(connection, asked, filters, beside(asked, known))
    outlets = outlet_words(connection, filters.guild)
    strange = [one for one in unknown if one.folded not in outlets]
    found = ((one, finder.meant(one) or outlets.meant(one) or _plain(one)) for one in strange)
    return [Reading(one.written, meant, Cause.SPELLING) for one, meant in found if meant is not None]


def _plain(word: Written) -> str | None:
    """Return the ordinary word that is meant where that is plain, in whichever language the articles are."""
    return None if word.capital else swapped_or_doubled(word.folded)
