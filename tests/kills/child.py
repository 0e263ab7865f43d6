"""The process that is killed."""

from __future__ import annotations

from multiprocessing.connection import Connection
from pathlib import Path

from bot.assembly import Desk
from bot.settings import settings_from
from retrieval.models.bundled_embedder import bundled_embedder
from tests.kills.acts import ACTS
from tests.kills.orders import Mortal, Orders


def work_and_die(told: Connection, home: Path, act: str, orders: Orders, **settings: str) -> None:
    """Do an act again and again on the newsdesk of `home`, telling what is begun and done."""
    desk = Desk(settings_from({"NEWSDESK_HOME": str(home), **settings}))
    desk.embedder = bundled_embedder(home, threads=1)
    ACTS[act].work(Mortal(told, orders.moment), desk, orders)
