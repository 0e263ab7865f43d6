"""What the commands share that run until they are stopped, `newsdesk bot` and `newsdesk worker`."""

from __future__ import annotations

import logging
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from bot.commands.ending import FAILED, sentence
from bot.errors import BotError
from bot.outside.log_format import LogFormat
from corpus.errors import CorpusError
from retrieval.errors import RetrievalError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.assembly import Desk

_LOG = logging.getLogger(__name__)


class Chore(Protocol):
    """What goes on beside the rest of the program."""

    def start(self) -> None:
        """Begin."""

    def stop(self) -> None:
        """End."""


@contextmanager
def running(chore: Chore) -> Iterator[None]:
    """Have a chore done for as long as the `with` lasts."""
    chore.start()
    try:
        yield
    finally:
        chore.stop()


def require_same_model(desk: Desk) -> None:
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


def leave() -> None:
    """End the process without taking Python apart: the threads of a question given up may be in a model.

    Such a thread comes back into a Python that is gone and aborts the process. Everything that is to be
    kept is in the catalogue by now.
    """
    logging.shutdown()
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(0)


@contextmanager
def followed(desk: Desk) -> Iterator[None]:
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
    with running(follower):
        yield


@contextmanager
def shown(desk: Desk) -> Iterator[None]:
    """Show metrics and health, where a port is set."""
    from bot.outside.glances import Glances
    from bot.outside.window import opened

    chosen = desk.settings
    if chosen.metrics_port is None:
        yield
        return
    glances = Glances(desk.catalogue, lambda: desk.opened_index.synchronised_to, desk.now)
    with opened(chosen.metrics_host, chosen.metrics_port, desk.seen, glances) as port:
        _LOG.info("metrics and health are at http://%s:%d/metrics", chosen.metrics_host, port)
        yield


@contextmanager
def told(chosen: LogFormat) -> Iterator[None]:
    """Where the log is read by programs, have them told too why the bot ends."""
    try:
        yield
    except Exception as error:
        if chosen is LogFormat.TEXT:
            raise
        foreseen = isinstance(error, BotError | CorpusError | RetrievalError)
        _LOG.critical("%s", sentence(error), exc_info=None if foreseen else error)
        raise SystemExit(FAILED) from error
