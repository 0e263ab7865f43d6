"""Processes that open a catalogue beside the test: to the end, or killed at a statement."""

from __future__ import annotations

import itertools
import os
import signal
from multiprocessing.connection import Connection
from typing import Any

from sqlalchemy import Engine, event

from corpus.catalogue.connection import Catalogue


def opens(told: Connection, database: str) -> None:
    """Open a catalogue, telling whether this process brought it up to date."""
    catalogue = Catalogue(database)
    told.send(catalogue.upgraded is not None)
    catalogue.close()


def dies(told: Connection, database: str, statement: int | None) -> None:
    """Open a catalogue and end as `kill -9` does before that statement, or tell how many there are."""
    number = itertools.count()

    def count(*_given: Any) -> None:
        if next(number) == statement:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", count)
    Catalogue(database).close()
    told.send(next(number))
