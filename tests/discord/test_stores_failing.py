"""Where the stores fail while the bot runs people are told what it means, and the log says what to do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.assembly import Desk
from tests.conftest import OpenDesk
from tests.discord.conftest import Start
from tests.discord.stocked import BONUS, HOW_MANY_WOLVES, WOLVES, asked, stocked
from tests.small_discord.loopback import Loopback
from tests.storage import harm

OTHER = "How much is the signing bonus in Moscow?"


@pytest.fixture
def small(open_desk: OpenDesk, tmp_path: Path) -> Iterator[Desk]:
    """A desk with two articles on a disk of its own."""
    home = tmp_path / "small"
    home.mkdir()
    with harm.small_disk(home, 16 << 20):
        yield stocked(open_desk(NEWSDESK_HOME=str(home)), [WOLVES, BONUS])


@harm.MOUNTS
@pytest.mark.embedded("SQLite's file")
async def test_on_a_full_disk_questions_are_answered_and_what_is_not_stored_is_told(
    discord: Loopback, start_on: Start, small: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    await start_on(small)
    card = await asked(discord, small)
    filling = harm.fill(small.settings.home)

    turn = await discord.answered(OTHER)
    told = await discord.click(card, "Helpful", locale="nl")
    filling.unlink()
    again = await discord.click(card, "Helpful")

    assert "roubles" in turn.embed["description"]
    assert "This answer is not remembered. There is no room for the catalogue" in caplog.text
    assert told.content.startswith("Ik kan mijn artikelen lezen maar nu niets opslaan, dus er is niets veran")
    assert again.content.startswith("Thanks: I have noted")


@pytest.mark.embedded("SQLite's file")
async def test_a_catalogue_that_is_damaged_while_the_bot_runs_is_told_without_a_traceback(
    discord: Loopback, start_on: Start, desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    await start_on(stocked(desk, [WOLVES]))
    await asked(discord, desk)
    desk.catalogue.close()
    for side in ("", "-wal"):
        file = desk.settings.home / f"catalogue.db{side}"
        if file.exists():
            # In place: whoever looks meanwhile would take an empty file for a new catalogue.
            with file.open("r+b") as harmed:
                harmed.seek(100)
                harmed.write(b"\xff" * max(0, file.stat().st_size - 100))

    turn = await discord.answered(HOW_MANY_WOLVES + " Echt?")

    assert (
        turn.content == "I cannot read my articles any more: the operator can mend that, and my log says how."
    )
    (record,) = [one for one in caplog.records if one.name == "bot.discord.connection.failing"]
    assert "`newsdesk restore FILE` puts a backup in its place" in record.getMessage()
    assert record.exc_info is None
