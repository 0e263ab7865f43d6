"""The questions that wait in a server, gathered anew whenever they are looked at."""

import functools
from collections.abc import Callable
from dataclasses import dataclass

from corpus.catalogue import unanswered
from corpus.catalogue.connection import Catalogue
from retrieval.curating.question_groups import Group, gathered, questions_only
from retrieval.models.embedding import Embedder
from retrieval.models.kept import KeepingEmbedder
from retrieval.question.utterances.kinds import Utterance

MOST = 500  # that are looked at: comparing them takes the square of it
_TOLD = 8192  # sentences of which it is kept whether they ask


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits in a server: the questions in groups, and how many remarks are not shown.

    `newest_only`: there may be more than the `MOST` that were looked at.
    """

    groups: list[Group]
    hidden: int
    newest_only: bool


class WaitingQuestions:
    """Looks at the questions that wait; looking again embeds and tells none of them a second time."""

    def __init__(self, catalogue: Catalogue, embedder: Embedder, tell: Callable[[str], Utterance]) -> None:
        """Take the catalogue, what compares questions, and what tells them from remarks."""
        self._catalogue = catalogue
        self._embedder = KeepingEmbedder(embedder)
        self._tell = functools.lru_cache(_TOLD)(tell)

    def of(self, guild: str) -> Waiting:
        """Return what waits in a server.

        Raises:
            ModelUnavailable: a model cannot be loaded.
        """
        with self._catalogue.reading() as connection:
            found = unanswered.open_ones(connection, guild, MOST)
        shown = questions_only(found, self._tell)
        groups = gathered(shown, self._embedder)
        return Waiting(groups, len(found) - len(shown), newest_only=len(found) == MOST)
