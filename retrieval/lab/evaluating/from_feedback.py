"""What people said of answers, as questions to measure by."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any

from corpus.catalogue import answers, articles
from corpus.catalogue.answers import Given
from corpus.catalogue.connection import Connection
from corpus.catalogue.feedback import Feedback
from corpus.dates import day_of


@dataclass(frozen=True, slots=True)
class Judged:
    """An answer with how many people found it helpful and how many did not, and what those said was wrong."""

    given: Given
    helpful: int
    unhelpful: int
    comments: tuple[str, ...]


def lines(connection: Connection, said: Sequence[Feedback]) -> list[dict[str, Any]]:
    """Return a line of a question file for each answer that people judged with what they `said`.

    - Mostly helpful: the articles quoted are relevant and the quotes accepted; an abstention was right.
    - Otherwise nobody knows yet what is right: the line says what was wrong, for somebody to complete.
    """
    every = sorted(said, key=attrgetter("answer_id"))
    by_answer = (list(words) for _, words in groupby(every, key=attrgetter("answer_id")))
    judged = sorted((_judged(connection, words) for words in by_answer), key=lambda one: one.given.asked)
    return [_line(connection, one) for one in judged]


def _judged(connection: Connection, words: Sequence[Feedback]) -> Judged:
    helpful = sum(word.helpful for word in words)
    comments = tuple(word.comment for word in words if word.comment)
    return Judged(answers.find_any(connection, words[0].answer_id), helpful, len(words) - helpful, comments)


def _line(connection: Connection, judged: Judged) -> dict[str, Any]:
    given = judged.given
    good = judged.helpful > judged.unhelpful
    line = {
        "question": given.standalone,
        "given": day_of(given.asked).isoformat(),
        "guild": given.filters.guild,
        "helpful": judged.helpful,
        "not_helpful": judged.unhelpful,
        "kind": "helpful" if good else "not helpful",
        **({"comments": list(judged.comments)} if judged.comments else {}),
    }
    return {**line, **(_right(connection, given) if good else {"relevant": [], "answers": []})}


def _right(connection: Connection, given: Given) -> dict[str, Any]:
    quoted = articles.of_versions(connection, {version for _, version, _ in given.quotes})
    there = [(quoted[version], span) for _, version, span in given.quotes if version in quoted]
    day = given.asked.date()
    # A date leaves out what is not certainly older: only where all that was quoted is.
    dated = all(one.draft.published and one.draft.published.last() <= day for one, _ in there)
    return {
        **({"asked": day.isoformat()} if there and dated else {}),
        "relevant": _once(article.draft.url or article.id for article, _ in there),
        "answers": _once(span.of(article.draft.text) for article, span in there),
        "answerable": not given.abstained,
    }


def _once(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))
