"""Finding how the articles write a word that a question has otherwise."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from corpus.catalogue import articles, matches, vocabulary
from corpus.catalogue.connection import Connection
from corpus.filters import Filters
from corpus.tokens import tokens
from corpus.tokens import words as written
from retrieval.index.lexical import Asked
from retrieval.language.function_words import FUNCTION_WORDS
from retrieval.language.proper_names import is_name
from retrieval.language.spelling import bound, nearest, slips

# A hyphen parts words here, for each part is misspelt by itself.
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*(?![^\W_])")
_OF_GRAMMAR = [word for word in FUNCTION_WORDS if len(word) > 3]  # noqa: PLR2004 - shorter ones are all alike
LONGEST = 24  # words of a question; nobody types more, and a pasted text is no question
_CANDIDATES = 12  # terms looked at closely
_LONGEST_ENDING = 3  # letters that a stemmer takes away
_SHORTEST_STEM = 4
_SHORTEST_ALONE = 7  # letters of a word that need not stand beside the others of the question
_PASSAGES = 5  # read for how a term is written
_SOUNDS = {"c": "ks", "k": "c", "f": "v", "v": "f", "s": "zc", "z": "s", "i": "ij", "y": "ij", "j": "y"}


# The language of a passage, and its words as it writes them.
_Surfaces: TypeAlias = tuple[str | None, Collection[str]]
# Words of a passage that another can be, each with the slips between them and its indexed terms.
_Alike: TypeAlias = Sequence[tuple[str, int, Sequence[str]]]


@dataclass(frozen=True, slots=True)
class Written:
    """A word as the question has it, folded, whether it is written as a name, and whether it comes first."""

    written: str
    folded: str
    capital: bool
    opens: bool


@dataclass(frozen=True, slots=True)
class _Spelling:
    """A way to write what was meant: the less `slips` the better, then the more passages have it.

    In running text a word begins with a small letter more often than it does in headlines.
    """

    slips: int
    passages: int
    surface: str

    @property
    def order(self) -> tuple[int, int, bool, str]:
        return self.slips, -self.passages, self.surface[0].isupper(), self.surface


def known_words(question: str, asked: Asked) -> dict[str, bool]:
    """Return for each word of a question whether an article has it."""
    counted = asked.counted.frequencies
    return {
        word: word in FUNCTION_WORDS or any(counted.get(term) for term in one.written)
        for word, one in zip(dict.fromkeys(written(question)), asked.words, strict=True)
    }


def words_of(question: str) -> Iterator[Written]:
    """Return the words of a question that are of letters only."""
    several = not (question.isupper() or question.istitle())
    for match in _WORD.finditer(question):
        if len(written(match[0])) == 1:
            capital = several and is_name(match[0], inside=match.start() > 0)
            yield Written(
                match[0], written(match[0])[0], capital, opens=not question[: match.start()].strip()
            )


def beside(asked: Asked, known: dict[str, bool]) -> list[str]:
    """Return the indexed terms of the words that carry matter and that an article has."""
    held = zip(known.items(), asked.words, strict=True)
    return sorted(
        {
            term
            for (word, is_known), one in held
            if is_known and word not in FUNCTION_WORDS
            for term in one.written
            if asked.counted.frequencies.get(term)
        }
    )


class Finder:
    """Finds what unknown words of one question were meant to be."""

    def __init__(
        self,
        connection: Connection,
        asked: Asked,
        filters: Filters,
        beside: Sequence[str],
    ) -> None:
        self._connection = connection
        self._languages = asked.languages
        self._guild = asked.guild
        self._filters = filters
        self._beside = beside
        self._read: dict[int, _Surfaces] = {}

    def meant(self, word: Written) -> str | None:
        """Return how the articles write the word that was meant; None where none of theirs can be."""
        if not bound(word.folded):
            return None
        grammar = _of_grammar(word.folded) if word.opens else None
        if grammar is not None:
            return grammar
        held = {term: self._holding(term, word) for term in self._near(word.folded)}
        holding = {passage for passages in held.values() for passage in passages}
        self._read_those(holding)
        alike = {passage: _alike(self._read[passage], word) for passage in holding & self._read.keys()}
        spelt = [
            _Spelling(count, len(passages), surface)
            for term, passages in held.items()
            for passage in passages
            for surface, count, terms in alike.get(passage, ())
            if term in terms
        ]
        return min(spelt, key=lambda one: one.order).surface if spelt else None

    def _near(self, word: str) -> list[str]:
        """Return the indexed terms nearest to a word as it is stemmed, the nearest first."""
        stems = dict.fromkeys((word, *tokens(word, self._languages)), 0)
        # A slip in an ending keeps the word from being stemmed as the right one is.
        ends = range(len(word) - 1, max(len(word) - _LONGEST_ENDING, _SHORTEST_STEM) - 1, -1)
        stems |= {word[:end]: 1 for end in ends if word[:end] not in stems}
        most, lengths = bound(word), [len(stem) for stem in stems]
        beginnings = {word[0], word[1], *_SOUNDS.get(word[0], "")}
        shortest, longest = min(lengths) - most, max(lengths) + most
        held = vocabulary.spelt(self._connection, beginnings, shortest, longest, self._guild)
        near: dict[str, int] = {}
        for stem, further in stems.items():
            for term, distance in nearest(stem, held, most).items():
                near[term] = min(near.get(term, distance + further), distance + further)
        return sorted(near, key=lambda term: (near[term], -held[term], term))[:_CANDIDATES]

    def _holding(self, term: str, word: Written) -> list[int]:
        """Return passages that have a term, beside the question's other words unless it can stand alone."""
        held = matches.candidates(self._connection, self._beside, self._filters, _PASSAGES, [term])
        if not held and len(word.folded) >= _SHORTEST_ALONE:
            held = matches.candidates(self._connection, [], self._filters, _PASSAGES, [term])
        return list(held)

    def _read_those(self, passages: Collection[int]) -> None:
        """Read how passages write their words, all that were not read for another word of the question."""
        new = [one for one in passages if one not in self._read]
        for passage, (article, span) in articles.located(self._connection, new).items() if new else ():
            text = f"{article.draft.title or ''}\n{span.of(article.draft.text)}"
            surfaces = dict.fromkeys(match[0] for match in _WORD.finditer(text))
            self._read[passage] = article.draft.language, surfaces


def _alike(of_passage: _Surfaces, word: Written) -> _Alike:
    """Return those words of a passage that can be what was meant by a word."""
    language, surfaces = of_passage
    most, length = bound(word.folded), len(word.folded)
    found = []
    for surface in surfaces:
        # Only what has no other letters, and no apostrophe, is as long when it is folded.
        if surface.isalpha() and surface.isascii() and abs(len(surface) - length) > most:
            continue
        for folded in written(surface)[:1]:
            if abs(len(folded) - length) <= most:
                count = slips(word.folded, folded, name=word.capital or surface[0].isupper())
                found += [(surface, count, tokens(surface, [language]))] if count else []
    return found


def _of_grammar(word: str) -> str | None:
    """Return the word of grammar, as "hoeveel", that is one slip away; None where there is none."""
    near = [known for known in _OF_GRAMMAR if slips(word, known, name=False) == 1]
    return min(near, key=lambda known: (known[0] != word[0], -len(known), known)) if near else None
