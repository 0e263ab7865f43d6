"""Terminals at which `newsdesk` runs, each a fork that tells how it ended and how long it waited."""

from __future__ import annotations

import itertools
import json
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

from bot.__main__ import main
from bot.assembly import Desk
from bot.settings import settings_from
from corpus.errors import CatalogueUnusable
from retrieval.curating.curator import Added
from retrieval.models.bundled_embedder import bundled_embedder
from tests.storage.newsroom import article

_LOCKING = ("BEGIN IMMEDIATE", "SELECT pg_advisory_xact_lock")
_PAUSE = 0.05  # between two articles: others want to work too
_A_WAIT = 0.002  # seconds; taking a free lock is quicker


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended: its exit code and output, and how often and long it waited for other writers."""

    code: int
    out: str
    err: str
    waits: Sequence[float]

    @property
    def added(self) -> list[str]:
        """The addresses of the articles that it reported as added."""
        return [one["url"] for one in json.loads(self.out)["articles"] if one["status"] == "added"]


class _Waits:
    """How long this process waited each time for the lock of writers, in seconds."""

    def __init__(self) -> None:
        self.seconds: list[float] = []
        self._asked = 0.0
        event.listen(Engine, "before_cursor_execute", self._ask)
        event.listen(Engine, "after_cursor_execute", self._take)

    def _ask(self, *_: Any) -> None:
        self._asked = time.monotonic()

    def _take(self, _: object, __: object, statement: str, *___: Any) -> None:
        waited = time.monotonic() - self._asked
        if statement.startswith(_LOCKING) and waited > _A_WAIT:
            self.seconds.append(waited)


def run_newsdesk(
    told: Connection, home: Path, number: int, arguments: Sequence[str], **settings: str
) -> None:
    """Run a command of the terminal of that number in this process, and tell how it `Ended`."""
    os.environ.update(settings, NEWSDESK_HOME=str(home))  # noqa: TID251 - the program's own environment
    written = [home / f"terminal-{number}.{name}" for name in ("out", "err")]
    for stream, file in zip((1, 2), written, strict=True):
        with file.open("wb") as kept:
            os.dup2(kept.fileno(), stream)
    waits = _Waits()
    sys.argv = ["newsdesk", *arguments]
    try:
        main()
    except SystemExit as end:
        code = int(end.code or 0)
    sys.stdout.flush()
    out, err = (file.read_text(encoding="utf-8") for file in written)
    told.send(Ended(code, out, err, waits.seconds))


def add_till_it_fails(told: Connection, home: Path, **settings: str) -> None:
    """Add one article after the other, telling the id of each, until that fails; then tell the sentence."""
    desk = Desk(settings_from({"NEWSDESK_HOME": str(home), **settings}))
    desk.embedder = bundled_embedder(home, threads=1)
    try:
        for number in itertools.count():
            one = article(f"Dossier {number} is weer open.", url=f"https://example.org/{number}")
            for added in desk.curator.add([one], "another process"):
                assert isinstance(added, Added)
                told.send(added.article.id)
            time.sleep(_PAUSE)
    except CatalogueUnusable as error:
        told.send(str(error))
