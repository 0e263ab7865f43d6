"""`newsdesk worker` or `bot` as a process that may read one news site on loopback: `… worker SITE_PORT`."""

import sys

from bot.assembly import Desk
from bot.commands.discord_bot import run_desk
from bot.commands.worker import run_worker
from bot.settings import read_settings
from bot.terminal.console import log_to_stderr
from corpus.reading.guarded_client import guarded_client
from tests.discord.news_site import guard_of

if __name__ == "__main__":
    which, port = sys.argv[1:]
    log_to_stderr(debug=False)
    desk = Desk(read_settings(), long_running=True)
    guard = guard_of(int(port))
    desk.web_client = lambda: guarded_client(guard)
    {"worker": run_worker, "bot": run_desk}[which](desk)
