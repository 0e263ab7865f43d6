"""Answers to show, made from real articles' records; and a desk that gives them."""

from __future__ import annotations

import datetime
import threading
import time
from collections.abc import Callable

from corpus.article import Article, Draft, Span
from corpus.dates import PartialDate
from corpus.filters import Filters
from retrieval.results import Answer, Citation, Hit

ADDED = datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)
BONUS = "The signing bonus is 495 thousand roubles, the ministry said."
BONUS_LINK = "https://example.org/bonus#:~:text=The%20signing"


def article(
    text: str,
    *,
    number: str = "a1",
    title: str | None = "Bonus raised",
    outlet: str | None = "The Sample",
    published: str | None = "2023-09-14",
    url: str | None = "https://example.org/bonus",
    language: str | None = None,
) -> Article:
    draft = Draft(
        text=text,
        source="test",
        url=url,
        title=title,
        outlet=outlet,
        published=PartialDate.parse(published) if published else None,
        language=language,
    )
    return Article(number, 1, None, draft, ADDED)


def citation(number: int, quoted: Article, link: str | None = BONUS_LINK) -> Citation:
    return Citation(number, quoted, Span(0, len(quoted.draft.text)), link)


def answer(*citations: Citation, question: str = "How much is the bonus?") -> Answer:
    text = "\n".join(f"\u201c{each.quote}\u201d [{each.number}]" for each in citations)
    return Answer(
        "x1",
        question,
        abstained=False,
        text=text,
        confidence=0.9,
        citations=citations,
        nearest=(),
        milliseconds=1.0,
    )


def abstention(*nearest: Article, question: str = "How much is the bonus?") -> Answer:
    hits = tuple(
        Hit(rank, rank, near, Span(0, len(near.draft.text)), 0.1, {}) for rank, near in enumerate(nearest, 1)
    )
    return Answer(
        "x2", question, abstained=True, text="", confidence=0.1, citations=(), nearest=hits, milliseconds=1.0
    )


def simple() -> Answer:
    return answer(citation(1, article(BONUS)))


class Desk:
    """Answers each question with the same answer, after blocking for some seconds, or fails."""

    def __init__(
        self, given: Answer | None = None, *, seconds: float = 0, error: Exception | None = None
    ) -> None:
        self.given = given or simple()
        self.seconds = seconds
        self.error = error
        self.asked: list[tuple[str, Filters]] = []
        self.threads: set[str] = set()

    def ask(
        self,
        question: str,
        filters: Filters,
        asked_as: str | None = None,  # noqa: ARG002 - as the real one
        show: Callable[[Answer], object] | None = None,  # noqa: ARG002 - the same
    ) -> Answer:
        self.asked.append((question, filters))
        self.threads.add(threading.current_thread().name)
        time.sleep(self.seconds)
        if self.error is not None:
            raise self.error
        return self.given
