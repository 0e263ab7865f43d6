"""Answers to show, made from real articles' records; and a desk that gives them."""

from __future__ import annotations

import datetime
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from corpus.article import Article, Draft, Span
from corpus.dates import PartialDate
from corpus.filters import Filters
from retrieval.answering.differences import conflicting
from retrieval.search.results import Answer, Citation, Hit, Reply
from tests.small_discord.state.changes import PATIENCE

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


def replying(cited: Citation, words: str, *, sure: float = 0.9, passed: bool = False) -> Reply:
    """Return those words of the quote as what answers."""
    at = cited.quote.index(words) + cited.span.start
    return Reply(cited, Span(at, at + len(words)), sure, passed=passed)


def quoted(number: int, in_article: Article, quote: str, context: str | None = None, **said: Any) -> Citation:
    """Return a piece of an article, with the stretch that gives it sense and what is said of it."""
    text = in_article.draft.text
    start = text.index(quote)
    before = Span(text.index(context), text.index(context) + len(context)) if context else None
    return Citation(number, in_article, Span(start, start + len(quote)), BONUS_LINK, context=before, **said)


def answered(*replies: Reply, copies: Sequence[Citation] = (), **how: Any) -> Answer:
    """Return the answer that those words give; `copies` have a wording that is quoted already."""
    cited = sorted((*(one.citation for one in replies), *copies), key=lambda one: one.number)
    text = "\n".join(
        f"{one.words}: \u201c{one.citation.quote}\u201d [{one.citation.number}]" for one in replies
    )
    values = conflicting(replies)
    return replace(answer(*cited), text=text, answers=replies, **{"values": values, **how})


def abstention(*nearest: Article, question: str = "How much is the bonus?", **why: Any) -> Answer:
    hits = tuple(
        Hit(rank, rank, near, Span(0, len(near.draft.text)), 0.1, {}) for rank, near in enumerate(nearest, 1)
    )
    return Answer(
        "x2",
        question,
        abstained=True,
        text="I do not know.",
        confidence=0.1,
        citations=(),
        nearest=hits,
        milliseconds=1.0,
        **why,
    )


def simple() -> Answer:
    return answer(citation(1, article(BONUS)))


class Desk:
    """Answers each question with the same answer, after some seconds or once it is let go, or fails."""

    def __init__(
        self,
        given: Answer | None = None,
        *,
        seconds: float = 0,
        let_go: threading.Event | None = None,
        error: Exception | None = None,
    ) -> None:
        self.given = given or simple()
        self.seconds = seconds
        self.let_go = let_go
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
        if self.let_go is not None:
            self.let_go.wait(PATIENCE)
        if self.error is not None:
            raise self.error
        return self.given
