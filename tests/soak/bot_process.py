"""`newsdesk bot` in a process of its own, which may read one news site on loopback besides: `… SITE_PORT`."""

import faulthandler
import signal
import sys

from bot.assembly import Desk
from bot.commands.discord_bot import run_desk
from bot.settings import read_settings
from corpus.reading.guarded_client import guarded_client
from tests.discord.news_site import guard_of

if __name__ == "__main__":
    faulthandler.register(signal.SIGUSR1, all_threads=True)  # into the log: which threads there are
    desk = Desk(read_settings(), long_running=True)
    guard = guard_of(int(sys.argv[1]))
    desk.web_client = lambda: guarded_client(guard)
    run_desk(desk)
