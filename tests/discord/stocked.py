"""A desk that holds some of the sample articles, and what the bot is asked of them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import corpus
from bot.assembly import Desk
from corpus.catalogue import posted
from corpus.reading.sources import read
from retrieval.curating.curator import Added
from tests.small_discord.loopback import Loopback
from tests.small_discord.screen.shown import Message

WOLVES, BONUS, BARRIER = (
    "2023-12-wolventelling-drostenwoud",
    "2024-07-moscow-signing-bonus",
    "2022-05-waterkering-waardermonde-raming",
)
HOW_MANY_WOLVES = "Hoeveel wolven leven er in het Drostenwoud?"
UNKNOWN = "Who won the chess tournament in Reykjavik?"
_FOLDER = Path(corpus.__file__).parent / "samples"
SAMPLES = sorted(path.stem for path in _FOLDER.glob("*.md"))


def stocked(desk: Desk, samples: Iterable[str] = (WOLVES, BONUS, BARRIER), guild: str | None = None) -> Desk:
    """Add those samples to a desk and return it."""
    drafts = [draft for name in samples for draft in read(str(_FOLDER / f"{name}.md"))]
    added = list(desk.curator.add(drafts, "operator", guild))
    assert all(isinstance(one, Added) and one.stored for one in added)
    return desk


async def asked(
    discord: Loopback, desk: Desk, question: str = HOW_MANY_WOLVES, *, since: str | None = None, **how: Any
) -> Message:
    """Use `/ask`; return the card once it is shown and the bot has remembered where."""
    options = {"question": question, **({"since": since} if since else {})}
    message = (await discord.use("ask", options, **how)).message
    assert message is not None
    await discord.until(lambda: _remembered(desk, message))
    return message


def _remembered(desk: Desk, message: Message) -> bool:
    with desk.catalogue.reading() as connection:
        return posted.answer_of(connection, message.id) is not None
