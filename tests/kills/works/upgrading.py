"""Upgrading a catalogue of an earlier release until death."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from sqlalchemy import create_engine, make_url, text

from bot.assembly import Desk
from corpus.catalogue.connection import Catalogue
from tests.kills.orders import Mortal, Orders
from tests.storage.earlier.restoring import restore

_FIRST = "381d36e"  # the release whose catalogue has furthest to come


def upgrade(mortal: Mortal, desk: Desk, _: Orders) -> None:
    """Put the catalogue of an earlier release there, and open it, once."""
    url = desk.settings.database_url
    _empty(url)
    restore(_FIRST, url)
    engine = create_engine(url)
    with engine.connect() as connection:
        live = text("SELECT coalesce(url, article_id) AS name, text FROM versions WHERE live")
        held = connection.execute(live).all()
    engine.dispose()
    mortal.done({row.name: row.text for row in held})
    with mortal.dying({}):
        Catalogue(url).close()
    os.kill(os.getpid(), signal.SIGKILL)


def _empty(url: str) -> None:
    """Take a catalogue away."""
    if (file := make_url(url).database) and url.startswith("sqlite"):
        for one in Path(file).parent.glob(f"{Path(file).name}*"):
            one.unlink()
        return
    engine = create_engine(url)
    with engine.begin() as connection:
        name = connection.scalar(text("SELECT current_schema()"))
        connection.execute(text(f"DROP SCHEMA {name} CASCADE"))
        connection.execute(text(f"CREATE SCHEMA {name}"))
    engine.dispose()
