"""The bot in a process of its own: `python -m tests.discord.bot_process API SECONDS HOME`."""

from __future__ import annotations

import sys

from bot.discord.running import run
from tests.discord.answers import Desk
from tests.discord.newsrooms import newsroom_of
from tests.small_discord.loopback import TOKEN
from tests.stores import desk_in, shared

if __name__ == "__main__":
    api, seconds, home = sys.argv[1:]
    desk = desk_in(home, shared())
    run(TOKEN, newsroom_of(desk, Desk(seconds=float(seconds)).ask), api=api)
