"""The answers given: what was asked, what was quoted, and how it came about."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import Connection, insert

from corpus.article import Span
from corpus.catalogue.schema import answers, citations
from corpus.filters import Filters


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as it is remembered.

    `question` is as it was asked, `standalone` as it was understood in its conversation. `quotes`
    are the number, article version and place of each citation; `candidates` are the passages
    weighed, each with its scores, ready for JSON.
    """

    id: str
    asked: datetime.datetime
    question: str
    standalone: str
    filters: Filters
    abstained: bool
    confidence: float
    text: str
    quotes: Sequence[tuple[int, int, Span]]
    candidates: Sequence[Mapping[str, Any]]
    milliseconds: float


def remember(connection: Connection, given: Given) -> None:
    """Keep an answer and what it quotes."""
    connection.execute(
        insert(answers).values(
            id=given.id,
            asked=given.asked,
            guild=given.filters.guild,
            question=given.question,
            standalone=given.standalone,
            filters=_narrowing(given.filters),
            abstained=given.abstained,
            confidence=given.confidence,
            text=given.text,
            candidates=list(given.candidates),
            milliseconds=given.milliseconds,
        )
    )
    if given.quotes:
        connection.execute(
            insert(citations),
            [
                {
                    "answer_id": given.id,
                    "number": number,
                    "version_id": version,
                    "start": span.start,
                    "end": span.end,
                }
                for number, version, span in given.quotes
            ],
        )


def _narrowing(filters: Filters) -> dict[str, str]:
    named = ((field.name, getattr(filters, field.name)) for field in fields(filters))
    return {name: str(value) for name, value in named if value is not None}
