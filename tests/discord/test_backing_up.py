"""The bot makes the backup of a night that was missed when it starts."""

from __future__ import annotations

import asyncio
from pathlib import Path

from corpus.catalogue.backups import checking
from tests.conftest import OpenDesk
from tests.discord.conftest import Start
from tests.small_discord.state.changes import PATIENCE
from tests.storage.newsroom import BONUS, add, article


async def test_a_missing_backup_is_made_when_the_bot_starts(
    open_desk: OpenDesk, start_on: Start, tmp_path: Path
) -> None:
    folder = tmp_path / "backups"
    desk = open_desk(BACKUP_FOLDER=str(folder))
    add(desk, article(BONUS))
    await start_on(desk)

    async with asyncio.timeout(PATIENCE):
        while not list(folder.glob("newsdesk-*.zip")):
            await asyncio.sleep(0.02)

    (made,) = folder.glob("newsdesk-*.zip")
    assert checking.described(made).counts["versions"] == 1
