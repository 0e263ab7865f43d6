"""Questions asked of a small corpus, for the tests of what is kept about answers."""

from __future__ import annotations

import datetime

from bot.assembly import Desk
from corpus.filters import Filters
from retrieval.search.results import Answer

MINE, THEIRS = "1001", "2002"
KNOWN = "hoeveel roebel betaalt Rusland aan nieuwe soldaten?"
UNKNOWN = "who won the chess tournament in Reykjavik?"
NOON = datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC)


def later(minutes: int) -> datetime.datetime:
    """Return the moment so many minutes after noon."""
    return NOON + datetime.timedelta(minutes=minutes)


def ask(desk: Desk, question: str = KNOWN, guild: str | None = MINE) -> Answer:
    """Ask as somebody in a guild does."""
    answer = desk.answerer.ask(question, Filters(guild=guild))
    assert answer.abstained == (question == UNKNOWN)
    return answer
