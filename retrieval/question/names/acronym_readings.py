"""Acronyms of a question read in full, and names in full read as acronyms, as the articles have them."""

import re
from collections.abc import Iterator
from itertools import chain, islice

from corpus.acronyms import initials, named
from corpus.catalogue import acronyms, articles, matches
from corpus.catalogue.acronyms import Learnt
from corpus.catalogue.connection import Connection
from corpus.filters import Filters
from corpus.text import folded
from corpus.tokens import words as written
from retrieval.index.lexical import Asked
from retrieval.language.function_words import FUNCTION_WORDS
from retrieval.question.names.readings import Cause, Reading

# An ampersand joins here, "C&A", and a hyphen parts: an institution is written with it or without.
_WORD = re.compile(r"[^\W_]+(?:['\u2019&][^\W_]+)*")
_DOTTED = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.){2,}")
_LONGEST_NAME = 9  # words
_LONGEST_QUESTION = 64  # words; databases limit the values of a statement
_MOST = 3  # readings of one name
_SHORTEST_SMALL = 3  # letters of an acronym that is found in small letters too
_PASSAGES = 8  # read for how a short form is written
_CAPITALS = 2


def readings(connection: Connection, question: str, asked: Asked, filters: Filters) -> list[Reading]:
    """Return how the acronyms and names of a question can be read, by the articles that its guild sees.

    What an article states goes before initials; of several readings of one name all are tried.
    """
    phrases = dict(_phrases(question))
    learnt = acronyms.known(connection, phrases, filters.guild) if phrases else []
    corpus = _Corpus(connection, filters.guild, question, asked)
    found: dict[str, dict[str, Reading]] = {}
    for one in learnt:
        for reading in corpus.of(one, phrases):
            found.setdefault(reading.written, {}).setdefault(folded(reading.read_as), reading)
    for reading in corpus.by_initials(found):
        found[reading.written] = {reading.read_as: reading}
    return [reading for each in found.values() for reading in islice(each.values(), _MOST)]


def _phrases(question: str) -> Iterator[tuple[str, str]]:
    """Return the stretches of a question's words, folded, with how they are written."""
    found = list(islice(_WORD.finditer(question), _LONGEST_QUESTION))
    parts = [written(match[0]) for match in found]
    for first, last in (
        (a, b) for a in range(len(found)) for b in range(a, min(a + _LONGEST_NAME, len(found)))
    ):
        stretch = question[found[first].start() : found[last].end()]
        # Words come one by one, but for a number with a point in it.
        apart = not any(map(str.isdecimal, stretch))
        folded_stretch = chain.from_iterable(parts[first : last + 1]) if apart else written(stretch)
        yield " ".join(folded_stretch), stretch
    for match in _DOTTED.finditer(question):
        yield folded(match[0].replace(".", "")), match[0]


class _Corpus:
    """What the articles that a guild sees say of the short forms of one question."""

    def __init__(self, connection: Connection, guild: str | None, question: str, asked: Asked) -> None:
        self._connection = connection
        self._filters = Filters(guild=guild)
        self._question = question
        self._asked = asked

    def of(self, one: Learnt, phrases: dict[str, str]) -> Iterator[Reading]:
        """Return the readings that an acronym of an article gives the question, if it is meant."""
        cause = Cause.STATED if one.stated else Cause.INITIALS
        short, long = (phrases.get(" ".join(written(form))) for form in (one.short, one.long))
        if short and self._meant(short, one):
            yield Reading(short, one.long, cause, one.outlet if one.stated else None)
        if long and (one.stated or self._in_capitals(one.short)):
            yield Reading(long, one.short, cause, one.outlet if one.stated else None)

    def by_initials(self, found: dict[str, dict[str, Reading]]) -> Iterator[Reading]:
        """Return the names of which the articles have the initials, where nothing else is known of them."""
        for name in named(self._question):
            short = initials(name)
            if name not in found and self._in_capitals(short):
                yield Reading(name, short, Cause.INITIALS)

    def _meant(self, word: str, learnt: Learnt) -> bool:
        """Tell whether a word of the question is meant as an acronym and not as the ordinary word it is."""
        capitals = sum(sign.isupper() for sign in word) >= _CAPITALS and not self._question.isupper()
        if folded(word) in FUNCTION_WORDS and (not capitals or self._question.startswith(word)):
            return False
        if not learnt.stated:
            return capitals and not self._in_capitals(learnt.short)
        return capitals or (len(word) >= _SHORTEST_SMALL and not self._in_small_letters(learnt.short))

    def _in_capitals(self, short: str) -> bool:
        return any(form == short for form in self._forms(short))

    def _in_small_letters(self, short: str) -> bool:
        return any(form.islower() for form in self._forms(short))

    def _forms(self, short: str) -> Iterator[str]:
        """Return how the articles write a short form."""
        sought = folded(short)
        held = matches.candidates(self._connection, [], self._filters, _PASSAGES, written(short))
        for article, span in articles.located(self._connection, list(held)).values():
            text = span.of(article.draft.text)
            yield from (match[0] for match in _WORD.finditer(text) if folded(match[0]) == sought)
