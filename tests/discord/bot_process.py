"""The bot in a process of its own: `python -m tests.discord.bot_process API SECONDS`."""

from __future__ import annotations

import sys

from bot.discord.running import run
from tests.discord.answers import Desk
from tests.discord.loopback import TOKEN

if __name__ == "__main__":
    run(TOKEN, Desk(seconds=float(sys.argv[2])).ask, api=sys.argv[1])
