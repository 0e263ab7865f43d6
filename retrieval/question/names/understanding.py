"""What the names and words of a question stand for in the corpus, before it is searched for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from corpus.catalogue.connection import Connection
from corpus.filters import Filters
from retrieval.index import lexical
from retrieval.index.lexical import Asked
from retrieval.question.names import acronym_readings, misspellings
from retrieval.question.names.readings import Reading
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
    asked = lexical.asked(connection, question)
    spelt = misspellings.readings(connection, question, asked, filters)
    for one in spelt:
        question = one.applied(question)
    if spelt:
        asked = lexical.asked(connection, question)
    readings = acronym_readings.readings(connection, question, asked, filters)
    further = wordings(question, readings)[1:]
    looked_up = lexical.asked_together(connection, further) if further else []
    return Understood(
        question,
        tuple(spelt),
        tuple(readings),
        {question: asked, **dict(zip(further, looked_up, strict=True))},
    )
