"""The bot makes the backup of a night that was missed when it starts."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

from bot.discord.client import Newsdesk
from bot.discord.connection.newsroom import Newsroom
from corpus.catalogue.backups import checking
from tests.conftest import OpenDesk
from tests.discord.conftest import running
from tests.discord.newsrooms import parts_of
from tests.small_discord.loopback import Loopback
from tests.small_discord.state.changes import PATIENCE
from tests.storage.newsroom import BONUS, add, article


async def test_a_missing_backup_is_made_when_the_bot_starts(
    discord: Loopback, open_desk: OpenDesk, tmp_path: Path
) -> None:
    folder = tmp_path / "backups"
    desk = open_desk(BACKUP_FOLDER=str(folder))
    add(desk, article(BONUS))
    parts, loop, looked = parts_of(desk), asyncio.get_running_loop(), asyncio.Event()

    def back_up() -> None:
        assert parts.back_up
        parts.back_up()
        loop.call_soon_threadsafe(looked.set)

    async with running(Newsdesk(Newsroom(replace(parts, back_up=back_up))), discord):
        await asyncio.wait_for(looked.wait(), PATIENCE)

    (made,) = folder.glob("newsdesk-*.zip")
    assert checking.described(made).counts["versions"] == 1
