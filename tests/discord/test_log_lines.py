"""The log as programs and people read it: every line of a request has the id that its asker was told."""

from __future__ import annotations

import datetime
import logging
import re
from collections.abc import Callable

from bot.discord.client import Newsdesk
from bot.outside.log_format import LogFormat
from corpus.filters import Filters
from retrieval.search.results import Answer
from tests.conftest import OpenDesk
from tests.discord.answers import Desk, answer
from tests.discord.conftest import Start, running
from tests.discord.lines import logged
from tests.discord.newsrooms import newsroom_of
from tests.small_discord.loopback import Loopback
from tests.small_discord.state.people import GUILD_ID

_WORKING = logging.getLogger("retrieval.search")


def _failing(
    question: str,
    filters: Filters,  # noqa: ARG001 - what answers is given it
    asked_as: str | None = None,  # noqa: ARG001 - the same
    show: Callable[[Answer], object] | None = None,  # noqa: ARG001 - the same
) -> Answer:
    _WORKING.warning("looking")
    if question == "Bad?":
        raise RuntimeError(question)
    return answer()


async def test_every_line_of_a_request_has_the_id_that_is_told_where_it_fails(
    discord: Loopback, open_desk: OpenDesk
) -> None:
    bot = Newsdesk(newsroom_of(open_desk(), _failing))
    with logged() as lines:
        async with running(bot, discord):
            failed = await discord.answered("Bad?")
            await discord.answered("Good?")

    (told,) = re.findall(r"`([0-9a-f]{8})`", failed.content)
    # The first is written by a worker's thread, the second on the event loop.
    looked, incident = lines.of(told)
    assert (looked["logger"], looked["message"], looked["level"]) == (
        "retrieval.search",
        "looking",
        "WARNING",
    )
    assert incident["message"].startswith(f"incident {told}: ")
    assert "RuntimeError: Bad?" in incident["exception"]
    assert {(line["command"], line["guild"]) for line in (looked, incident)} == {("ask", GUILD_ID)}
    others = {line["request"] for line in lines.objects if line["message"] == "looking"} - {told}
    assert len(others) == 1


async def test_a_line_has_its_moment_in_utc_and_the_answer_once_there_is_one(
    discord: Loopback, start: Start
) -> None:
    with logged() as lines:
        await start(Desk())
        await discord.answered("Good?")
        await discord.until(lambda: "a question: " in lines.text and "ready as" in lines.text)
    (line,) = [line for line in lines.objects if line["message"].startswith("a question: answered")]
    assert line["answer"] == "x1"
    age = datetime.datetime.now(datetime.UTC) - datetime.datetime.fromisoformat(line["time"])
    assert datetime.timedelta() <= age < datetime.timedelta(minutes=5)
    (ready,) = [line for line in lines.objects if line["message"].startswith("ready as")]
    assert ready.keys() == {"time", "level", "logger", "message"}


async def test_a_line_of_text_begins_with_the_id_of_its_request(discord: Loopback, start: Start) -> None:
    with logged(LogFormat.TEXT) as lines:
        await start(Desk(error=RuntimeError("broken")))
        failed = await discord.answered("Bad?")
        await discord.until(lambda: "ready as" in lines.text)
    (told,) = re.findall(r"`([0-9a-f]{8})`", failed.content)
    assert re.search(rf"^\[{told}\] incident {told}: request ", lines.text, re.MULTILINE)
    assert re.search("^ready as", lines.text, re.MULTILINE)
