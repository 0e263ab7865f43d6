"""The acts that processes are killed in."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass

from tests.kills.orders import Work
from tests.kills.outside import Outside, nowhere
from tests.kills.works import articles, digest, feeds, vectors


@dataclass(frozen=True, slots=True)
class Act:
    """What a process does until it dies, and what stands `beside` it.

    It dies in one of its first so many `changes`; the first is thought to take so many `statements` and
    `seconds`, until one is reported.
    """

    work: Work
    beside: Callable[[], AbstractContextManager[Outside]] = nowhere
    changes: int = 4
    statements: int = 10
    seconds: float = 0.02


ACTS = {
    "add": Act(articles.add),
    "replace": Act(articles.replace),
    "remove": Act(articles.remove),
    "undo": Act(articles.undo),
    "correct": Act(articles.correct),
    "withdraw": Act(articles.withdraw),
    "reindex": Act(vectors.reindex),
    "Chroma's writing": Act(vectors.write_chroma),
    "feed polling": Act(feeds.poll, feeds.printing),
    "digest": Act(digest.post, digest.discord),
}
