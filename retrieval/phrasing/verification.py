"""Verification: a sentence stays where the quotes that it cites say what it says.

It must cite a quote that exists. Every figure must be covered by a figure of a cited quote, every other
number and every quoted string must stand in one literally, every name in one or in the question. It may deny
nothing that the quotes do not deny, nor leave a denial out. At least half of its words must be theirs or the
question's, where they are in its language, and it must take a figure, a name or a word from them that was not
in the question: "the ferry is free" is made of the question's words and one that nobody has said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus.tokens import words
from retrieval.phrasing import checks
from retrieval.phrasing.cleaning import cited, cleaned, with_markers, without_markers
from retrieval.search.results import Citation

_FEWEST_WORDS = 2  # a single one is what a removed link leaves


class Fault(StrEnum):
    """Why a sentence is dropped."""

    EMPTY = "it says nothing"
    UNCITED = "it cites no quote"
    FIGURE = "a figure of it stands in no quote that it cites"
    QUOTATION = "it quotes what no cited quote says"
    NAME = "a name in it stands in no cited quote"
    DENIAL = "it denies what the cited quotes do not, or the other way round"
    WORDS = "its words are not those of the cited quotes"


_HARMLESS = (Fault.EMPTY, Fault.UNCITED)


@dataclass(frozen=True, slots=True)
class Dropped:
    """A sentence that is not shown, and why."""

    sentence: str
    fault: Fault


@dataclass(frozen=True, slots=True)
class Verified:
    """The sentences that stay, with markers of existing citations alone, and those that do not."""

    sentences: tuple[str, ...] = ()
    dropped: tuple[Dropped, ...] = ()

    @property
    def text(self) -> str:
        """What is left."""
        return " ".join(self.sentences)

    @property
    def enough(self) -> bool:
        """Whether enough is left for an answer: something, and no more wrong sentences than right ones.

        Sentences that cite nothing are left out of that: greetings say nothing wrong.
        """
        wrong = [one for one in self.dropped if one.fault not in _HARMLESS]
        return bool(self.sentences) and len(wrong) <= len(self.sentences)

    def joined(
        self, sentence: str, citations: Sequence[Citation], question: str, language: str | None
    ) -> Verified:
        """Return it with one more sentence, kept or dropped; one that was kept before is not kept again."""
        plain = with_markers(cleaned(sentence), _existing(cleaned(sentence), citations))
        fault = fault_of(plain, citations, question, language)
        if fault is not None:
            return Verified(self.sentences, (*self.dropped, Dropped(plain, fault)))
        repeated = plain in self.sentences
        return self if repeated else Verified((*self.sentences, plain), self.dropped)


def fault_of(
    sentence: str, citations: Sequence[Citation], question: str, language: str | None
) -> Fault | None:
    """Return what is wrong with a cleaned sentence, or None."""
    said = without_markers(sentence)
    if len(words(said)) < _FEWEST_WORDS:
        return Fault.EMPTY
    quotes = [one for one in citations if one.number in cited(sentence)]
    if not quotes:
        return Fault.UNCITED
    judged = (
        (Fault.FIGURE, checks.figures_stand(said, quotes, language)),
        (Fault.QUOTATION, checks.quotations_stand(said, quotes)),
        (Fault.NAME, checks.names_stand(said, quotes, question, language)),
        (Fault.DENIAL, checks.denials_agree(said, quotes, language)),
        (Fault.WORDS, checks.words_stand(said, quotes, question, language)),
    )
    return next((fault for fault, stands in judged if not stands), None)


def _existing(sentence: str, citations: Sequence[Citation]) -> tuple[int, ...]:
    there = {one.number for one in citations}
    return tuple(number for number in cited(sentence) if number in there)
