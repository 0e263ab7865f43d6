"""A question as it is meant in its conversation: what it leaves out, and the articles asked about before."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from bot.discord.asking.answer_message import Understood
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.visit import Visit
from corpus.dates import day_of
from corpus.filters import Filters
from retrieval.question.dates.narrowing import narrowed
from retrieval.question.dependence import leans
from retrieval.question.followup import standalone

_PATIENCE = 20.0  # seconds
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Earlier:
    """What was asked before: questions as they stood alone, oldest first, and what narrowed them."""

    questions: tuple[str, ...] = ()
    filters: Filters | None = None


Look = Callable[[], Awaitable[Earlier]]


async def understand(newsroom: Newsroom, visit: Visit, question: str, look: Look) -> Understood:
    """Return what somebody means; `look` finds what was asked before, where the question leans on that.

    Raises:
        Busy: a chat model is set, and too much is waiting already.
    """
    if not leans(question):
        return Understood(question, visit.filters())
    earlier = await look()
    alone = await _alone(newsroom, question, earlier.questions)
    return Understood(alone, _filters(newsroom, visit, question, earlier.filters or Filters()))


async def _alone(newsroom: Newsroom, question: str, earlier: Sequence[str]) -> str:
    condense = newsroom.parts.standalone
    if condense is None or not earlier:
        return standalone(question, earlier)
    try:
        # A model takes seconds, and other questions may wait before this one.
        async with asyncio.timeout(_PATIENCE):
            return await newsroom.workers.run(lambda: condense(question, earlier))
    except TimeoutError:
        _log.warning("a follow-up is completed by rules: the chat model's turn did not come in time")
        return standalone(question, earlier)


def _filters(newsroom: Newsroom, visit: Visit, question: str, before: Filters) -> Filters:
    """Take over what narrowed the question before, but for dates where this one names its own."""
    own = narrowed(question, None, before.day(day_of(newsroom.parts.now())))
    dates = Filters() if own else before
    return visit.filters(dates.since, dates.until, before.as_of, before.outlet, before.kind)
