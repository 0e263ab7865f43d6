"""In the middle of a backup or a restore, also after `kill -9`, there is what was, or what is to come."""

from __future__ import annotations

import itertools
import random
import time
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from bot.assembly import now
from corpus.catalogue.backups import checking
from corpus.catalogue.backups.making import make
from corpus.catalogue.backups.restoring import restore
from corpus.catalogue.engines import sqlite_url
from corpus.errors import CorpusError, RestoreRefused
from tests.conftest import OpenDesk
from tests.storage.backed_up import back_up, contents_at
from tests.storage.newsroom import BONUS, BRIDGE, add, article
from tests.storage.processes import Beside

_LONG = 30


def back_up_without_end(told: Connection, url: str, file: Path) -> None:
    """Make a backup under one name again and again, telling each once it is there."""
    for number in itertools.count():
        make(url, file, now, replacing=True)
        told.send(number)


def restore_without_end(told: Connection, url: str, home: Path, files: list[Path]) -> None:
    """Restore one backup after the other, telling the place of each once it is there."""
    for number in itertools.count():
        try:
            restore(files[number % len(files)], url, home, now)
        except CorpusError as error:
            told.send(str(error))
            raise
        told.send(number % len(files))


def backups_survive(open_desk: OpenDesk, home: Path, url: str, rounds: int, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - moments that can be tried again
    add(open_desk(DATABASE_URL=url), article(BONUS), article(BRIDGE, language="en"))
    before = contents_at(url)
    for number in range(rounds):
        file = home / f"backup-{number % 2}.zip"
        work = Beside(back_up_without_end, url, file)
        work.hears()
        time.sleep(chance.uniform(0, 0.4))
        work.killed()
        folder = home / f"unpacked-{number}"
        folder.mkdir()
        whole = checking.checked(file, folder)
        assert contents_at(sqlite_url(whole.catalogue)) == before
    make(url, home / "backup-0.zip", now, replacing=True)
    assert list(home.glob(".newsdesk-*")) == []
    assert contents_at(url) == before


def restores_survive(open_desk: OpenDesk, home: Path, url: str, rounds: int, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - moments that can be tried again
    desk = open_desk(DATABASE_URL=url)
    add(desk, article(BONUS))
    files = [back_up(desk, home / "one.zip").file]
    add(desk, *(article(f"{BRIDGE} {number}", language="en") for number in range(40)))
    files.append(back_up(desk, home / "two.zip").file)
    desk.close()
    held = []
    for number, file in enumerate(files):
        folder = home / f"unpacked-{number}"
        folder.mkdir()
        held.append(contents_at(sqlite_url(checking.checked(file, folder).catalogue)))
    for _ in range(rounds):
        work = Beside(restore_without_end, url, home, files)
        told = [work.hears()]
        time.sleep(chance.uniform(0, 0.6))
        told += work.killed()
        assert not [one for one in told if isinstance(one, str)]
        assert contents_at(url) in held


def count_without_end(told: Connection, url: str) -> None:
    """Open the catalogue again and again, as commands do, telling how many versions it has."""
    while True:
        told.send(len(contents_at(url)["versions"]))


@pytest.mark.torture
def test_whoever_opens_the_catalogue_meanwhile_sees_the_old_one_or_the_new(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    desk = open_desk()
    add(desk, article(BONUS))
    files = [back_up(desk, tmp_path / "one.zip").file]
    add(desk, *(article(f"{BRIDGE} {number}", language="en") for number in range(40)))
    files.append(back_up(desk, tmp_path / "two.zip").file)
    desk.close()
    looking = Beside(count_without_end, desk.settings.database_url)
    looking.hears()
    done = 0
    for number in range(60):
        try:
            restore(files[number % 2], desk.settings.database_url, tmp_path, now)
        except RestoreRefused:
            continue
        done += 1

    assert set(looking.killed()) <= {1, 41}
    assert done
    assert len(contents_at(desk.settings.database_url)["versions"]) in {1, 41}


def test_a_killed_backup_leaves_the_one_before_or_a_whole_one(open_desk: OpenDesk, tmp_path: Path) -> None:
    backups_survive(open_desk, tmp_path, sqlite_url(tmp_path / "catalogue.db"), rounds=2, seed=1)


def test_a_killed_restore_leaves_the_old_catalogue_or_the_new(open_desk: OpenDesk, tmp_path: Path) -> None:
    restores_survive(open_desk, tmp_path, sqlite_url(tmp_path / "catalogue.db"), rounds=2, seed=1)


@pytest.mark.torture
def test_thirty_killed_backups(open_desk: OpenDesk, database: str, tmp_path: Path) -> None:
    backups_survive(open_desk, tmp_path, database, rounds=_LONG, seed=2)


@pytest.mark.torture
def test_thirty_killed_restores(open_desk: OpenDesk, database: str, tmp_path: Path) -> None:
    restores_survive(open_desk, tmp_path, database, rounds=_LONG, seed=2)
