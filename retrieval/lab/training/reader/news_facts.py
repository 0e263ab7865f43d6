"""What made news can tell of its subjects, as sentences and questions with places for name and value."""

import random
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corpus.article import Span
from retrieval.lab.training.pairs import rows
from retrieval.lab.training.reader import news_names
from retrieval.lab.training.reader.news_values import Value

_PLACE = "[v]"
_SUBJECTS = 3  # the one asked about, another, and one that is not told of


@dataclass(frozen=True, slots=True)
class Fact:
    """What can be told of a subject of a topic: sentences with a place for name and value, and questions."""

    topic: str
    value: str
    label: Value
    sentence: Value
    questions: tuple[tuple[str, ...], tuple[str, ...]]

    def asked(self, name: str, language: str, chance: random.Random) -> str:
        """Return a question for the fact."""
        return _named(chance.choice(self.questions[language == "en"]), name)

    @property
    def of_a_person(self) -> bool:
        """Whether what it tells is told of a person."""
        return "{person}" in self.sentence.nl

    def subjects(self, chance: random.Random) -> list[str]:
        """Make up three subjects of what the fact is about, of different names."""
        makers = {"{person}": news_names.person, "{code}": news_names.code, "{name}": news_names.place}
        make = next(make for mark, make in makers.items() if mark in self.sentence.nl)
        found: dict[str, None] = {}
        while len(found) < _SUBJECTS:
            found[make(chance)] = None
        return list(found)


@dataclass(frozen=True, slots=True)
class Told:
    """A fact told of a subject, with its value, and with the one it had before where that is told too."""

    fact: Fact
    name: str
    value: Value
    earlier: Value | None = None

    def sentence(self, language: str) -> tuple[str, Span]:
        """Return the sentence that tells it, and where the value stands in it."""
        return filled(_named(self.fact.sentence.written(language), self.name), self.value.written(language))


def filled(pattern: str, value: str) -> tuple[str, Span]:
    """Return a sentence with its place for a value filled, and where the value stands in it."""
    before, _, after = pattern.partition(_PLACE)
    written = before + value + after
    return written[:1].upper() + written[1:], Span(len(before), len(before) + len(value))


@cache
def facts() -> dict[str, list[Fact]]:
    """Return the facts of each topic."""
    found: dict[str, list[Fact]] = {}
    for topic, value, *texts in rows(Path(__file__).with_name("news_facts.tsv"), columns=8):
        label_nl, label_en, dutch, english, asked_nl, asked_en = texts
        questions = tuple(asked_nl.split("/")), tuple(asked_en.split("/"))
        fact = Fact(topic, value, Value(label_nl, label_en), Value(dutch, english), questions)
        found.setdefault(topic, []).append(fact)
    return found


@cache
def asides() -> dict[str, list[Fact]]:
    """Return what can be told in passing of nobody that is asked about, by the kind of its value."""
    found: dict[str, list[Fact]] = {}
    for value, dutch, english in rows(Path(__file__).with_name("news_asides.tsv"), columns=3):
        fact = Fact("", value, Value("", ""), Value(dutch, english), ((), ()))
        found.setdefault(value, []).append(fact)
    return found


def _named(pattern: str, name: str) -> str:
    return re.sub(r"\{(?:name|person|code)\}", name, pattern)
