"""Other processes that work on the same newsdesk, each with a loaded model.

They are forked from a server that has imported and loaded everything, so that twenty of them cost no more
than one.
"""

from __future__ import annotations

import itertools
import multiprocessing
import os
import time
from collections.abc import Callable, Mapping
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from bot.assembly import Desk
from bot.settings import settings_from
from corpus.article import Draft
from corpus.catalogue.connection import Catalogue
from corpus.catalogue.engines import sqlite_url
from corpus.errors import CatalogueUnusable
from corpus.filters import Filters
from retrieval.curating.curator import Added
from retrieval.index.chroma_sync import Follower
from retrieval.models.bundled_embedder import bundled_embedder
from tests.storage.newsroom import article

_SERVER = multiprocessing.get_context("forkserver")
_SERVER.set_forkserver_preload([__name__, "tests.storage.warmed"])
_PATIENCE = 60


class Beside:
    """A process that works beside this one and tells what it did."""

    def __init__(self, work: Callable[..., None], *given: object, **settings: str) -> None:
        self._heard, told = _SERVER.Pipe(duplex=False)
        self._process: BaseProcess = _SERVER.Process(
            target=work, args=(told, *given), kwargs=settings, daemon=True
        )
        self._process.start()
        told.close()

    def hears(self) -> Any:
        """Wait for the next thing it tells."""
        assert self._heard.poll(_PATIENCE), "the other process told nothing"
        return self._heard.recv()

    def everything(self, patience: float = _PATIENCE) -> list[Any]:
        """Wait for its end and return what it told since; it tells something every so many seconds."""
        told = []
        try:
            while self._heard.poll(patience):
                told.append(self._heard.recv())
        except EOFError:
            pass
        self._process.join(_PATIENCE)
        assert self._process.exitcode is not None, "the other process does not end"
        return told

    @property
    def ended(self) -> int | None:
        """How it ended: below 0 by the signal of that number; None while it lives."""
        return self._process.exitcode

    def killed(self) -> list[Any]:
        """Kill it at once, as `kill -9` does, and return what it had told."""
        self._process.kill()
        return self.everything()


def add_articles(told: Connection, home: Path, drafts: list[Draft], **settings: str) -> None:
    """Add articles, telling what became of each once it is reported."""
    for one in _desk(home, settings).curator.add(drafts, "another process"):
        assert isinstance(one, Added)
        told.send(f"{one.status} {one.article.id}")


def add_without_end(told: Connection, home: Path, name: str, **settings: str) -> None:
    """Add articles and index them, three at a time, telling the id of each once it is reported."""
    desk = _desk(home, settings)
    for number in itertools.count():
        drafts = [
            article(f"Bericht {part} van {number} {name}.", url=f"https://example.org/{name}/{number}/{part}")
            for part in range(3)
        ]
        for one in desk.curator.add(drafts, "another process"):
            assert isinstance(one, Added)
            told.send(one.article.id)
        desk.opened_index.bring_up_to_date()


def open_chroma(told: Connection, home: Path) -> None:
    """Open the embedded Chroma, telling when that is done."""
    desk = _desk(home, long_running=True)
    assert desk.chroma is not None
    told.send("open")


def own_chroma(told: Connection, home: Path, seconds: float) -> None:
    """Own the embedded Chroma and follow the catalogue, as the bot does, telling how many it finds."""
    desk = _desk(home, long_running=True)
    assert desk.chroma is not None
    follower = Follower(desk.catalogue, desk.chroma, seconds=0.2)
    follower.start()
    vector = desk.embedder.embed(["tekenbonus"])[0]
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        told.send(len(desk.chroma.nearest(vector, 100, Filters())))
        time.sleep(0.1)
    follower.stop()
    desk.close()


def _desk(home: Path, settings: Mapping[str, str] | None = None, *, long_running: bool = False) -> Desk:
    desk = Desk(settings_from({"NEWSDESK_HOME": str(home), **(settings or {})}), long_running=long_running)
    desk.embedder = bundled_embedder(home, threads=1)
    return desk


def open_as_nobody(told: Connection, home: Path) -> None:
    """Open the catalogue as a user without rights, telling why it cannot be opened, or cannot be changed."""
    nobody = 65534
    os.setgid(nobody)
    os.setuid(nobody)
    try:
        told.send(str(Catalogue(sqlite_url(home / "catalogue.db")).unwritable))
    except CatalogueUnusable as error:
        told.send(str(error))
