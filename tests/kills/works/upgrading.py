"""Upgrading a catalogue of an earlier release until death."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from sqlalchemy import create_engine, make_url, text

from bot.assembly import Desk
from corpus.catalogue import articles
from corpus.catalogue.connection import Catalogue
from tests.kills.orders import Claims, Mortal, Orders
from tests.storage.earlier.restoring import restore

_FIRST = "381d36e"  # the release whose catalogue has furthest to come


def upgrade(mortal: Mortal, desk: Desk, _: Orders) -> None:
    """Put the catalogue of an earlier release there, and open it, once."""
    url = desk.settings.database_url
    _empty(url)
    restore(_FIRST, url)
    mortal.done(_expected(desk.settings.home / "expected.db"))
    with mortal.dying({}):
        Catalogue(url).close()
    os.kill(os.getpid(), signal.SIGKILL)


def _expected(file: Path) -> Claims:
    """Return the articles as they stand once the upgrade is done, from one that nobody is killed in."""
    url = f"sqlite:///{file}"
    _empty(url)
    restore(_FIRST, url)
    catalogue = Catalogue(url)
    with catalogue.reading() as connection:
        held = {one.draft.url or one.id: one.draft.text for one in articles.every(connection)}
    catalogue.close()
    return held


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
