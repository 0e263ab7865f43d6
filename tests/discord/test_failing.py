"""Whatever fails, the person is told, the log has the reason, and the next question is answered."""

from __future__ import annotations

import logging
import re

import pytest

from corpus.errors import CatalogueUnusable, Trouble
from retrieval.errors import IndexUnavailable, ModelChanged
from tests.discord.answers import BONUS, Desk, simple
from tests.discord.conftest import Start
from tests.small_discord.loopback import Loopback


class SearchClosedError(Exception):
    """An error whose sentence is meant for people."""


async def test_an_unexpected_error_is_an_apology_with_a_number_that_is_in_the_log(
    discord: Loopback, start: Start, caplog: pytest.LogCaptureFixture
) -> None:
    await start(Desk(error=RuntimeError("secret /home/operator")))

    turn = await discord.answered()

    (incident,) = re.findall(r"`([0-9a-f]{8})`", turn.content)
    assert turn.content.startswith("Something went wrong")
    assert "secret" not in turn.content
    assert "RuntimeError" not in turn.content
    (record,) = [record for record in caplog.records if f"incident {incident}" in record.getMessage()]
    # As text, where secrets were struck out of it.
    traced = str(record.exc_info[1]) if record.exc_info else record.exc_text or ""
    assert "secret /home/operator" in traced


async def test_an_expected_error_is_told_in_its_own_sentence_with_nothing_formatted(
    discord: Loopback, start: Start
) -> None:
    await start(Desk(error=SearchClosedError("The *search* is closed.")), expected=(SearchClosedError,))

    turn = await discord.answered()

    assert turn.content == "The \\*search\\* is closed."


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (CatalogueUnusable("no answer", Trouble.UNREACHABLE), "I cannot reach my articles just now"),
        (IndexUnavailable("no answer"), "I cannot reach my articles just now"),
        (ModelChanged("another model"), "once the operator has restarted me"),
    ],
)
async def test_a_store_out_of_reach_is_told_in_a_sentence_and_logged_in_a_line(
    discord: Loopback, start: Start, caplog: pytest.LogCaptureFixture, error: Exception, said: str
) -> None:
    await start(Desk(error=error))

    turn = await discord.answered()

    assert said in turn.content
    (record,) = [record for record in caplog.records if str(error) in record.getMessage()]
    assert (record.levelname, record.exc_info) == ("WARNING", None)


async def test_an_answer_that_takes_too_long_is_given_up_with_a_sentence(
    discord: Loopback, start: Start
) -> None:
    await start(Desk(seconds=1), patience=0.1)

    turn = await discord.answered(locale="nl")

    assert turn.content == "Ik vond niet op tijd een antwoord: vraag het over een paar minuten opnieuw."


@pytest.mark.parametrize("failure", [429, 500, None])
async def test_an_edit_that_discord_fails_once_is_delivered_the_second_time(
    discord: Loopback, start: Start, failure: int | None
) -> None:
    await start(Desk())
    discord.http.edit_failures.append(failure)

    turn = await discord.answered()

    assert turn.edits == 2
    assert BONUS in turn.embed["description"]


async def test_an_edit_that_discord_rejects_becomes_an_apology(discord: Loopback, start: Start) -> None:
    await start(Desk())
    discord.http.edit_failures.append(400)

    turn = await discord.answered()

    assert turn.content.startswith("Something went wrong")


async def test_an_expired_request_is_logged_and_the_next_one_answered(
    discord: Loopback, start: Start, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger="bot.discord")
    desk = Desk()
    await start(desk)

    late = await discord.ask("Too late?", expired=True)
    turn = await discord.answered("In time?")

    assert BONUS in turn.embed["description"]
    assert late.message is None
    assert [question for question, _ in desk.asked] == ["In time?"]
    assert f"request {late.number} could not be answered any more" in caplog.text


async def test_a_request_that_expires_while_the_answer_is_sought_is_logged(
    discord: Loopback, start: Start, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger="bot.discord")
    desk = Desk(seconds=0.5)
    await start(desk)

    late = await discord.ask("Soon?")
    await discord.until(lambda: desk.asked)
    late.expired = True
    turn = await discord.answered("In time?")

    assert turn.message is not None
    assert late.thinking
    assert f"request {late.number} could not be answered any more" in caplog.text


async def test_a_request_that_another_process_has_answered_is_left_alone(
    discord: Loopback, start: Start
) -> None:
    desk = Desk()
    await start(desk)

    taken = await discord.ask("Mine?", taken=True)
    await discord.answered("Yours?")

    assert taken.edits == 0
    assert [question for question, _ in desk.asked] == ["Yours?"]


async def test_a_command_the_bot_no_longer_knows_is_a_sentence(discord: Loopback, start: Start) -> None:
    await start(Desk())

    turn = await discord.answered(command="forgotten")

    assert turn.private
    assert turn.content.startswith("This is no longer here")


async def test_a_hostile_answer_pings_nobody(discord: Loopback, start: Start) -> None:
    await start(Desk(simple()))

    turn = await discord.answered("@everyone <@4000> **bold** [click](https://evil.example)", may=0)

    # The small Discord refuses every message in which mentions are not switched off.
    assert turn.message is not None
    assert discord.http.broken == []
