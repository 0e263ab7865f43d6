"""Another word for one of a question that nothing answers: "did you mean?"."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice

from corpus.catalogue import journal, matches
from corpus.catalogue.connection import Catalogue, Connection
from corpus.filters import Filters
from retrieval.answering.considering import Considered
from retrieval.index import lexical
from retrieval.index.lexical import Asked
from retrieval.language.function_words import FUNCTION_WORDS
from retrieval.models.precedence import Precedence
from retrieval.question.names.ordinary_words import nearly, ordinary_words
from retrieval.question.names.readings import Cause, Reading
from retrieval.question.names.spellings import LONGEST, Finder, Written, beside, known_words, words_of
from retrieval.search.results import Answer

_TRIED = 2  # each takes as long as a question
_KEPT = 500  # questions of which the suggestion is remembered


class Suggester:
    """Looks for a word that was meant: one nearly as written, with which the question has an answer.

    "what is the singing bonus?" has none, and every word of it is right; articles have "signing" beside
    "bonus". Nothing is suggested that would not be answered either.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        consider: Callable[[str, Filters], Considered],
        precedence: Precedence | None = None,
    ) -> None:
        """Take the catalogue, what answers without remembering it, and what makes long work give way."""
        self._catalogue = catalogue
        self._consider = consider
        self._precedence = precedence or Precedence()
        self._found: dict[tuple[str, Filters, int], Reading | None] = {}

    def suggest(self, answer: Answer, question: str, filters: Filters) -> Reading | None:
        """Return a word of an unanswered question and what may have been meant; None where nothing may.

        Args:
            answer: the abstention; what it has read as another word already is left.
            question: the question as it was understood.
            filters: the articles that it was answered from.

        Raises:
            RetrievalError: a model or an index fails.
        """
        with self._catalogue.reading() as connection:
            key = (question, filters, journal.latest(connection))
            if key in self._found:  # the same question again, while nothing has changed
                return self._found[key]
            found = candidates(connection, question, filters)
            left = (one for one in found if one.written not in {read.written for read in answer.readings})
            tried = list(islice(left, _TRIED))
        with self._precedence.question():
            answered = (one for one in tried if not self._abstains(one.applied(question), filters))
            found_now = next(answered, None)
        if len(self._found) >= _KEPT:
            self._found.clear()
        self._found[key] = found_now
        return found_now

    def _abstains(self, question: str, filters: Filters) -> bool:
        return self._consider(question, filters).answer.abstained


def candidates(connection: Connection, question: str, filters: Filters) -> Iterator[Reading]:
    """Give what words of a question may have been meant to be, those first that no article has."""
    asked = lexical.asked(connection, question, filters.guild)
    known = known_words(question, asked)
    if len(known) > LONGEST:
        return
    sought = [one for one in words_of(question) if one.folded not in FUNCTION_WORDS]
    for word in sorted(sought, key=lambda one: known.get(one.folded, True)):
        others = beside(asked, {one: there and one != word.folded for one, there in known.items()})
        if not (known.get(word.folded) and _stands(connection, _terms(asked, known, word), others, filters)):
            for meant in _meant(connection, asked, word, others, filters):
                yield Reading(word.written, meant, Cause.SPELLING)


def _meant(
    connection: Connection,
    asked: Asked,
    word: Written,
    others: Sequence[str],
    filters: Filters,
) -> Iterator[str]:
    found = Finder(connection, asked, filters, others).meant(word)
    if found is not None:
        yield found
    elif word.folded not in ordinary_words() and not word.capital:
        yield from nearly(word.folded)


def _terms(asked: Asked, known: Mapping[str, bool], word: Written) -> list[str]:
    return next(
        (one.written for held, one in zip(known, asked.words, strict=True) if held == word.folded), []
    )


def _stands(connection: Connection, own: Sequence[str], others: Sequence[str], filters: Filters) -> bool:
    """Tell whether a passage has one of a word's terms beside one of the others."""
    return any(matches.candidates(connection, others, filters, 1, [term]) for term in own)
