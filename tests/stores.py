"""Where the desks of the tests keep what they hold: in their homes, or on servers for `make test-servers`."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from bot.assembly import Desk, now
from bot.settings import settings_from
from corpus.catalogue import journal
from corpus.catalogue.backups.making import make
from corpus.catalogue.backups.restoring import restore
from corpus.catalogue.engines import sqlite_url
from corpus.filters import Filters
from corpus.vector_space import Model
from retrieval.index.chroma_index import ChromaIndex
from retrieval.index.chroma_mending import MendingChroma
from retrieval.index.near import Near
from tests.servers import missing

SETTING = "NEWSDESK_TEST_SERVERS"


def on_servers() -> bool:
    """Tell whether the tests run over PostgreSQL and Chroma's server."""
    return bool(os.environ.get(SETTING))  # noqa: TID251 - a setting of the tests, which the program must not know


def shared() -> dict[str, str]:
    """Return the settings of a test's stores, as programs that it starts find them in their environment."""
    given = os.environ if on_servers() else {}  # noqa: TID251 - set by the fixture `stores`
    return {name: given[name] for name in ("DATABASE_URL", "CHROMA_URL") if name in given}


def refuse_without_servers() -> None:
    """Stop where servers are asked for that are missing: a test that is skipped looks like one that passes.

    Raises:
        pytest.UsageError: one is not installed; the sentence says how it is.
    """
    if on_servers() and missing():
        raise pytest.UsageError(" ".join(missing()))


def skip_what_is_embedded(items: list[pytest.Item]) -> None:
    """Leave out, on servers, what is about the files of a home; the report says what each is about."""
    for item in items if on_servers() else ():
        mark = item.get_closest_marker("embedded")
        if mark:
            item.add_marker(pytest.mark.skip(reason=f"is about {mark.args[0]}: see `make test`"))


def copied(home: Path, to: Path, stores: Mapping[str, str]) -> Path:
    """Copy a home with its catalogue, which goes to PostgreSQL where that is among the `stores`."""
    shutil.copytree(home, to, dirs_exist_ok=True)
    if stores:
        backup = to / "moved.zip"
        make(sqlite_url(to / "catalogue.db"), backup, now)
        restore(backup, stores["DATABASE_URL"], to, now)
        for left in (backup, *to.glob("catalogue.db*")):
            left.unlink()  # who looks for it here finds that it has moved
    return to


def desk_in(home: Path | str, stores: Mapping[str, str], **how: Any) -> Desk:
    """Build a desk of a home and its stores; on servers it asks Chroma, whether it runs long or not."""
    desk = Desk(settings_from({"NEWSDESK_HOME": str(home), **stores}), **how)
    if on_servers() and desk.settings.chroma_url and not how.get("long_running"):
        desk.index = InStep(desk)
    return desk


class InStep:
    """A desk's Chroma, which takes in what changed before it is asked; the bot's follows within seconds."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def nearest(self, question: npt.NDArray[np.float32], k: int, filters: Filters) -> dict[int, float]:
        return self._in_step().nearest(question, k, filters)

    def near(
        self, model: Model, question: npt.NDArray[np.float32], k: int, filters: Filters, tried: int = 0
    ) -> Near:
        return self._in_step().near(model, question, k, filters, tried)

    def _in_step(self) -> ChromaIndex | MendingChroma:
        chroma = self._desk.chroma
        assert chroma is not None
        with self._desk.catalogue.reading() as connection:
            latest = journal.latest(connection)
        if not chroma.is_in_step(latest):
            chroma.synchronise()
        return chroma
