"""How an answer came about: a remembered one read back, with everything that was weighed for it."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from corpus.catalogue import answers, articles, notices
from corpus.catalogue.answers import Given
from corpus.catalogue.connection import Catalogue, Connection
from corpus.dates import day_of
from corpus.filters import Filters
from corpus.tokens import words
from retrieval.answering.composing import NEAREST
from retrieval.answering.confidence import THRESHOLD
from retrieval.answering.differences import conflicting
from retrieval.answering.text_fragment import cited
from retrieval.language import function_words
from retrieval.question.dates.narrowing import Narrowed, narrowed
from retrieval.question.names.readings import readings_of
from retrieval.search.results import Answer, Citation, Hit, Reply

_NO_SCORES = ("passage", "score")


@dataclass(frozen=True, slots=True)
class Explanation:
    """An answer as it was given, and what it came from.

    `asked` is UTC. `standalone` is the question as it was understood in its conversation. `threshold`
    is the confidence from which questions are answered. `hits` are the passages weighed, best first.
    """

    answer: Answer
    asked: datetime.datetime
    standalone: str
    filters: Filters
    threshold: float
    hits: tuple[Hit, ...]


def recall(catalogue: Catalogue, answer_id: str, guild: str | None) -> Explanation | None:
    """Return the answer of that id if it was given in `guild` (None: in direct messages or the terminal).

    Quotes and passages are of the very versions then used, live or not; notices are those in force now.
    What was deleted for good is left out.
    """
    with catalogue.reading() as connection:
        given = answers.find(connection, answer_id, guild)
        return _explained(connection, given) if given else None


def recall_any(catalogue: Catalogue, name: str) -> Explanation:
    """Return, for the operator, the answer of that id or unmistakable beginning of one, wherever given.

    Raises:
        AnswerNotFound: there is none, or several.
    """
    with catalogue.reading() as connection:
        return _explained(connection, answers.find_any(connection, name))


def _explained(connection: Connection, given: Given) -> Explanation:
    hits, quoted = _hits(connection, given.candidates), _citations(connection, given)
    answered = _replies(given, quoted)
    answer = Answer(
        id=given.id,
        question=given.question,
        abstained=given.abstained,
        text=given.text,
        confidence=given.confidence,
        citations=quoted,
        nearest=hits[:NEAREST],
        milliseconds=given.milliseconds,
        language=function_words.language(words(given.standalone), function_words.LANGUAGES),
        narrowed=_narrowed(given),
        values=conflicting(answered),
        answers=answered,
        readings=readings_of(given),
    )
    # A question that was forgotten with who asked it is understood as nothing else.
    standalone = given.standalone or given.question
    return Explanation(answer, given.asked, standalone, given.filters, THRESHOLD, hits)


def _narrowed(given: Given) -> Narrowed:
    """Return how the question's words narrowed it then: the filters are those used in the end."""
    used = (given.filters.since, given.filters.until)
    found = narrowed(given.question, None, given.filters.day(day_of(given.asked)))
    if used == (None, None):
        return replace(found, widened=bool(found))
    return found if used == (found.since, found.until) else Narrowed()


def _citations(connection: Connection, given: Given) -> tuple[Citation, ...]:
    quoted = articles.of_versions(connection, {version for _, version, _ in given.quotes})
    told = notices.about(connection, quoted.values())
    there = ((number, quoted[version], span) for number, version, span in given.quotes if version in quoted)
    return tuple(cited(number, article, span, told.get(article.version)) for number, article, span in there)


def _replies(given: Given, quoted: Sequence[Citation]) -> tuple[Reply, ...]:
    by_number = {one.number: one for one in quoted}
    return tuple(
        Reply(by_number[number], span, confidence)
        for number, span, confidence in given.replies
        if number in by_number
    )


def _hits(connection: Connection, candidates: Sequence[Mapping[str, Any]]) -> tuple[Hit, ...]:
    located = articles.located(connection, [one["passage"] for one in candidates], live=False)
    ranked = enumerate(candidates, start=1)
    return tuple(
        Hit(
            rank=rank,
            passage_id=one["passage"],
            article=located[one["passage"]][0],
            span=located[one["passage"]][1],
            score=one["score"],
            scores={name: value for name, value in one.items() if name not in _NO_SCORES},
        )
        for rank, one in ranked
        if one["passage"] in located
    )
