"""`newsdesk bot`: runs the Discord bot."""

from __future__ import annotations

from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from bot.commands.desk import load, open_desk
from bot.commands.long_running import followed, leave, require_same_model, running, shown, told
from bot.errors import SettingMissing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.assembly import Desk
    from bot.discord.connection.newsroom import Newsroom


def bot() -> None:
    """Run the Discord bot until it is stopped; needs DISCORD_TOKEN."""
    run_desk(open_desk(long_running=True))


def run_desk(desk: Desk) -> None:
    """Run the bot on a desk until it is stopped, then end the process.

    Raises:
        SettingMissing: there is no token.
    """
    from bot.outside.log_lines import write_as

    write_as(desk.settings.log_format)
    with told(desk.settings.log_format):
        _serve(desk)
    leave()


def _serve(desk: Desk) -> None:
    from bot.discord.running import run
    from bot.memory import share_memory

    if desk.settings.discord_token is None:
        raise SettingMissing(
            "The bot needs DISCORD_TOKEN: make an application at "
            "https://discord.com/developers/applications, "
            "copy its token from the Bot page, and put it into the environment or into .env."
        )
    share_memory()
    # Everything that is slow or can fail for good comes before the bot shows itself online.
    with closing(desk.parsers) as parsers:
        parsers.warm()
        load(desk)
        require_same_model(desk)
        desk.tell("hello")
        with followed(desk), _polled(desk), shown(desk):
            run(desk.settings.discord_token, _newsroom(desk), api=desk.settings.discord_api)


def _newsroom(desk: Desk) -> Newsroom:
    from bot.discord.connection.newsroom import Newsroom, Parts

    return Newsroom(
        Parts(
            catalogue=desk.catalogue,
            embedder=desk.embedder,
            reader=desk.reader,
            search=desk.search,
            ask=desk.answerer.ask,
            suggest=desk.suggester.suggest,
            curator=desk.curator,
            previewer=desk.previewer,
            web_client=desk.web_client,
            parser=desk.parsers,
            standalone=desk.standalone if desk.chat_model else None,
            now=desk.now,
            tell=desk.tell,
            precedence=desk.precedence,
            seen=desk.seen,
            back_up=desk.nightly.make_if_due if desk.nightly else None,
            most_feeds=desk.settings.feeds_per_server,
            shards=desk.settings.shards,
        )
    )


@contextmanager
def _polled(desk: Desk) -> Iterator[None]:
    """Have the feeds polled that servers follow: by whoever does the jobs of a PostgreSQL, else here."""
    from corpus.catalogue.jobs.tables import serve

    with _jobs_done(desk) if serve(desk.settings.database_url) else running(desk.poller):
        yield


@contextmanager
def _jobs_done(desk: Desk) -> Iterator[None]:
    """Look after the queue, and do its jobs where no worker lives."""
    from bot.jobs.tending import Tending
    from bot.jobs.working import Stopgap

    stopgap = Stopgap(desk)
    with running(Tending(desk.catalogue, desk.now, alone=stopgap.work)):
        try:
            yield
        finally:
            stopgap.stop()
            desk.poller.cut_short()
