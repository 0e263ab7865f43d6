"""What a digest holds, before it is put into words."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from retrieval.curating.digest.gathering import CameIn
from retrieval.search.results import Answer


@dataclass(frozen=True, slots=True)
class Answered:
    """A question that waited, as it was understood, and the answer that it has now."""

    question: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Drawn:
    """What came in since a moment (UTC), the questions that it answers, and how many were not asked again."""

    came_in: CameIn
    since: datetime.datetime
    answered: tuple[Answered, ...] = ()
    not_asked: int = 0

    @property
    def empty(self) -> bool:
        """Whether there is nothing to tell."""
        return self.came_in.total == 0
