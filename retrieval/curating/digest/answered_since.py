"""Which waiting questions an answer has come for, because of what came in."""

from __future__ import annotations

from collections.abc import Collection

from retrieval.search.results import Answer


def is_answered_by(answer: Answer, came_in: Collection[str]) -> bool:
    """Say whether an answer is given, and rests on an article that came in, by id.

    What is answered by older articles alone was no news before either.
    """
    return not answer.abstained and any(one.article.id in came_in for one in answer.citations)
