"""Scoring passages by the question's words: BM25, as a share of what the question could reach.

Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework: BM25 and Beyond". A score is
divided by the greatest that any passage could get for the question, so that it lies in [0, 1]
and means the same whatever the question's length.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus.catalogue import articles, matches, vocabulary
from corpus.catalogue.connection import Connection
from corpus.catalogue.matches import Held
from corpus.catalogue.vocabulary import Statistics
from corpus.filters import Filters
from corpus.language import likeliest
from corpus.tokens import tokens
from corpus.tokens import words as written
from retrieval.language import function_words

_K1 = 1.2
_B = 0.75
_COMPOUND = 0.5  # what a word is worth that only contains the question's: "bonus" in "tekenbonus"
_FUNCTION_WORD = 0.3  # what a word counts that carries no matter
_SHORTEST_PART = 5
_SHORTEST_REST = 3

_MODEL_LANGUAGES = {"en", "nl"}  # of the bundled model: questions come in these whatever the articles are in


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the question: the indexed terms that stand for it, each with its weight in (0, 1].

    `weight` is what the word counts among the others of the question, in (0, 1].
    """

    terms: Mapping[str, float]
    weight: float = 1.0

    @property
    def written(self) -> list[str]:
        """The terms that are the word itself, in some language's stem, and not a compound with it."""
        return [term for term, weight in self.terms.items() if weight == 1.0]


@dataclass(frozen=True, slots=True)
class Asked:
    """The words of a question, its language among the corpus's `languages`, and what the index knows.

    All of it is of the articles that `guild` sees.
    """

    words: Sequence[Word]
    language: str | None
    languages: Sequence[str | None]
    counted: Statistics
    guild: str | None

    def foreign_to(self, language: str | None) -> bool:
        """Tell whether that language is another one than the question's, as far as both are known."""
        return None not in (self.language, language) and self.language != language

    @property
    def terms(self) -> list[str]:
        """Every indexed term that stands for a word of the question."""
        return sorted({term for word in self.words for term in word.terms})


def asked(connection: Connection, question: str, guild: str | None) -> Asked:
    """Look up the words of `question`, with their stems and compounds, in the articles that `guild` sees."""
    return asked_together(connection, [question], guild)[0]


def asked_together(connection: Connection, questions: Sequence[str], guild: str | None) -> list[Asked]:
    """Look up the words of several questions of a guild, counting its whole corpus only once."""
    languages = articles.languages(connection, guild)
    known = sorted({language for language in languages if language} | _MODEL_LANGUAGES)
    written_words = [list(dict.fromkeys(written(question))) for question in questions]
    stems = {word: tokens(word, languages) for held in written_words for word in held}
    compounds = vocabulary.compounds(connection, sorted(_parts(stems.values())), guild)
    looked_up = [[_word(word, stems[word], compounds) for word in held] for held in written_words]
    counted = vocabulary.statistics(
        connection, {term for held in looked_up for word in held for term in word.terms}, guild
    )
    spoken = [
        function_words.language(held, known) or likeliest(question, known)
        for question, held in zip(questions, written_words, strict=True)
    ]
    return [
        Asked(held, language, languages, counted, guild)
        for held, language in zip(looked_up, spoken, strict=True)
    ]


def _word(word: str, stems: Sequence[str], compounds: Mapping[str, Sequence[str]]) -> Word:
    longer = {
        compound: _COMPOUND
        for stem in stems
        for compound in compounds.get(stem, ())
        if len(compound) - len(stem) >= _SHORTEST_REST
    }
    terms = {**longer, **dict.fromkeys(stems, 1.0)}
    return Word(terms, _FUNCTION_WORD if word in function_words.FUNCTION_WORDS else 1.0)


def _parts(stems: Iterable[Sequence[str]]) -> set[str]:
    """Return the stems that are looked for in compounds."""
    return {one for held in stems for one in held if len(one) >= _SHORTEST_PART and one.isalpha()}


def scored(connection: Connection, question: Asked, filters: Filters, limit: int) -> dict[int, float]:
    """Return up to `limit` passages that share words with the question, and their scores in [0, 1]."""
    found = matches.candidates(connection, question.terms, filters, limit)
    score = scorer(question)
    return {passage: score(held) for passage, held in found.items()}


def scorer(question: Asked) -> Callable[[Held], float]:
    """Return what scores a passage for the question, in [0, 1]; one for all passages is quickest."""
    counted, greatest = question.counted, sum(word_counts(question))
    worth: dict[str, list[tuple[int, float]]] = {}
    for place, word in enumerate(question.words):
        for term, weight in word.terms.items():
            worth.setdefault(term, []).append((place, weight * _rarity(term, counted)))

    def score(held: Held) -> float:
        length = held.length / counted.mean_length if counted.mean_length else 1.0
        damping = _K1 * (1 - _B + _B * length)
        best = [0.0] * len(question.words)
        for term, n in held.times.items():
            saturated = n * (_K1 + 1) / (n + damping)
            for place, value in worth.get(term, ()):
                best[place] = max(best[place], value * saturated)
        reached = sum(word.weight * one for word, one in zip(question.words, best, strict=True))
        return min(reached / greatest / (_K1 + 1), 1.0) if greatest else 0.0

    return score


def word_counts(question: Asked) -> list[float]:
    """Return what each word of the question counts, rare ones more and those of grammar less."""
    return [word.weight * _greatest(word, question.counted) for word in question.words]


def _greatest(word: Word, counted: Statistics) -> float:
    """Return the most a word can bring; one that stands in no passage weighs as much as a rare one."""
    seen = [_rarity(term, counted) for term in word.terms if counted.frequencies.get(term)]
    return max(seen) if seen else _rarity("", counted)


def _rarity(term: str, counted: Statistics) -> float:
    """Return the inverse document frequency, above 0 also for a term that most passages hold."""
    frequency = counted.frequencies.get(term, 0)
    return math.log(1 + (counted.passages - frequency + 0.5) / (frequency + 0.5))
