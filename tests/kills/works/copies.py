"""Backing up and restoring until death."""

from __future__ import annotations

import contextlib
import itertools
import time
from pathlib import Path

from bot.assembly import Desk, now
from corpus.catalogue.backups import checking, making, restoring
from corpus.errors import CorpusError, RestoreRefused
from retrieval.index import chroma_opening
from tests.kills.orders import Mortal, Orders
from tests.kills.works.articles import draft

_WHOLE = "whole"
_BETWEEN = 0.1  # seconds; the server takes that long to notice that whoever was connected is dead


def back_up(mortal: Mortal, desk: Desk, orders: Orders) -> None:
    """Add an article, then make a backup of its own."""
    folder = _folder(desk.settings.home)
    for number in itertools.count():
        one = draft(orders, number)
        with mortal.preparing({one.url or "": one.text}):
            list(desk.curator.add([one], "another process"))
        file = folder / f"{orders.number}-{number}.zip"
        with mortal.dying({_named(file): _WHOLE}):
            making.make(desk.settings.database_url, file, now)


def restore(mortal: Mortal, desk: Desk, orders: Orders) -> None:
    """Make a backup, add an article, and restore what was before it."""
    home, url = desk.settings.home, desk.settings.database_url
    for number in itertools.count():
        file = _folder(home) / f"{orders.number}-{number}.zip"
        first, then = draft(orders, 2 * number), draft(orders, 2 * number + 1)
        with mortal.preparing({first.url or "": first.text}):
            list(desk.curator.add([first], "another process"))
        with mortal.preparing({_named(file): _WHOLE}):
            making.make(url, file, now)
        with mortal.preparing({then.url or "": then.text}):
            list(desk.curator.add([then], "another process"))
        desk.opened_index.bring_up_to_date()
        embedder = desk.embedder
        desk.close()
        with mortal.dying({then.url or "": None}):
            _put_back(file, url, home)
        desk = Desk(desk.settings)
        desk.embedder = embedder


def backups(home: Path) -> dict[str, str | None]:
    """Return which backups stand in a home, and whether each is whole."""
    return {_named(file): _checked(file) for file in _folder(home).glob("*.zip")}


def _checked(file: Path) -> str:
    unpacked = file.with_suffix("")
    unpacked.mkdir(exist_ok=True)
    try:
        checking.checked(file, unpacked)
    except CorpusError as error:
        return str(error)
    finally:
        for one in unpacked.iterdir():
            one.unlink()
        unpacked.rmdir()
    return _WHOLE


def _put_back(file: Path, url: str, home: Path) -> None:
    """Restore a backup as the command does, once nobody else is connected."""
    lock = chroma_opening.own(home / "chroma")
    assert lock is not None
    with lock:
        while True:
            with contextlib.suppress(RestoreRefused):
                restoring.restore(file, url, home, now)
                break
            time.sleep(_BETWEEN)
        chroma_opening.discard(home / "chroma")


def _folder(home: Path) -> Path:
    folder = home / "backups"
    folder.mkdir(exist_ok=True)
    return folder


def _named(file: Path) -> str:
    return f"backup {file.stem}"
