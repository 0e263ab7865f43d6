"""Words of a question that no article has, read as words that the articles have beside its others."""

from __future__ import annotations

from corpus.catalogue.connection import Connection
from corpus.catalogue.selection import conditions
from corpus.filters import Filters
from retrieval.index.lexical import Asked
from retrieval.language.function_words import FUNCTION_WORDS
from retrieval.question.names.ordinary_words import ordinary_words, swapped_or_doubled
from retrieval.question.names.outlet_readings import outlet_words
from retrieval.question.names.readings import Cause, Reading
from retrieval.question.names.spellings import LONGEST, Finder, Written, beside, known_words, words_of


def readings(connection: Connection, question: str, asked: Asked, filters: Filters) -> list[Reading]:
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
    finder = Finder(connection, asked, conditions(filters), beside(asked, known))
    outlets = outlet_words(connection, filters.guild)
    strange = [one for one in unknown if one.folded not in outlets]
    found = ((one, finder.meant(one) or outlets.meant(one) or _plain(one)) for one in strange)
    return [Reading(one.written, meant, Cause.SPELLING) for one, meant in found if meant is not None]


def _plain(word: Written) -> str | None:
    """Return the ordinary word that is meant where that is plain, in whichever language the articles are."""
    return None if word.capital else swapped_or_doubled(word.folded)
