"""`newsdesk bot`: runs the Discord bot."""

from __future__ import annotations

import logging
import os
import sys
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from bot.commands.desk import load, open_desk
from bot.commands.ending import FAILED, sentence
from bot.errors import BotError, SettingMissing
from bot.outside.log_format import LogFormat
from corpus.errors import CorpusError
from retrieval.errors import RetrievalError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.assembly import Desk
    from bot.discord.connection.newsroom import Newsroom

_LOG = logging.getLogger(__name__)


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
    with _told(desk.settings.log_format):
        _serve(desk)
    _leave()


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
        _require_same_model(desk)
        desk.tell("hello")
        with _followed(desk), _polled(desk), _shown(desk):
            run(desk.settings.discord_token, _newsroom(desk), api=desk.settings.discord_api)


def _require_same_model(desk: Desk) -> None:
    """Make sure that the model now set can compare with the vectors of the articles.

    Raises:
        ModelChanged: they were made by another.
    """
    from corpus.catalogue import models
    from retrieval.search.search import require_comparable

    with desk.catalogue.reading() as connection:
        active = models.active(connection)
    if active is not None:
        require_comparable(active[1], desk.embedder.identity)


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


def _leave() -> None:
    """End the process without taking Python apart: the threads of a question given up may be in a model.

    Such a thread comes back into a Python that is gone and aborts the process. Everything that is to be
    kept is in the catalogue by now.
    """
    logging.shutdown()
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(0)


@contextmanager
def _followed(desk: Desk) -> Iterator[None]:
    """Keep Chroma in step with what other processes change."""
    from retrieval.index.chroma_sync import Follower
    from retrieval.index.upkeep import Upkeep

    if desk.chroma is None:
        yield
        return
    if desk.settings.chroma_url:
        # A folder is kept by the one process that has its lock, a server by all of them in turn.
        follower = Follower(desk.catalogue, desk.chroma, turn=Upkeep(desk.catalogue, desk.now).turn)
    else:
        follower = Follower(desk.catalogue, desk.chroma)
    follower.start()
    try:
        yield
    finally:
        follower.stop()


@contextmanager
def _polled(desk: Desk) -> Iterator[None]:
    """Poll the feeds that servers follow."""
    desk.poller.start()
    try:
        yield
    finally:
        desk.poller.stop()


@contextmanager
def _shown(desk: Desk) -> Iterator[None]:
    """Show metrics and health, where a port is set."""
    from bot.outside.glances import Glances
    from bot.outside.window import opened

    chosen = desk.settings
    if chosen.metrics_port is None:
        yield
        return
    glances = Glances(desk.catalogue, desk.synchronised_to, desk.now)
    with opened(chosen.metrics_host, chosen.metrics_port, desk.seen, glances) as port:
        _LOG.info("metrics and health are at http://%s:%d/metrics", chosen.metrics_host, port)
        yield


@contextmanager
def _told(chosen: LogFormat) -> Iterator[None]:
    """Where the log is read by programs, have them told too why the bot ends."""
    try:
        yield
    except Exception as error:
        if chosen is LogFormat.TEXT:
            raise
        foreseen = isinstance(error, BotError | CorpusError | RetrievalError)
        _LOG.critical("%s", sentence(error), exc_info=None if foreseen else error)
        raise SystemExit(FAILED) from error
