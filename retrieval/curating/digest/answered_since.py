"""What a digest holds, and which waiting questions an answer has come for."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass, replace

from corpus.catalogue import answers
from corpus.catalogue.connection import Catalogue
from corpus.catalogue.unanswered import Open
from corpus.filters import Filters
from retrieval.answering.answerer import Answerer
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


def answered_now(catalogue: Catalogue, answerer: Answerer, one: Open, left_out: tuple[str, ...]) -> Answered:
    """Return the answer that a question has now, from what it was asked of and is not left out since.

    It leaves no trace.

    Args:
        catalogue: where the question was asked.
        answerer: answers it anew.
        one: the question.
        left_out: names of outlets that the server leaves out.

    Raises:
        CorpusError: the catalogue cannot be used.
        RetrievalError: a model or an index fails.
    """
    with catalogue.reading() as connection:
        given = answers.find(connection, one.answer_id, one.guild)
    filters = given.filters if given is not None else Filters(guild=one.guild)
    considered = answerer.consider(one.question, replace(filters, outlets_left_out=left_out))
    return Answered(one.question, considered.answer)


def is_answered_by(answer: Answer, came_in: Collection[str]) -> bool:
    """Say whether an answer is given, and rests on an article that came in, by id.

    What is answered by older articles alone was no news before either.
    """
    return not answer.abstained and any(one.article.id in came_in for one in answer.citations)
