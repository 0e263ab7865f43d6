"""A backup of an earlier release is put back by this one, brought up to date, in either database."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.assembly import now
from corpus.catalogue import integrity
from corpus.catalogue.backups.making import make
from corpus.catalogue.backups.restoring import restore
from corpus.catalogue.engines import sqlite_url
from corpus.filters import Filters
from tests.conftest import OpenDesk
from tests.storage.earlier import restoring as earlier
from tests.storage.earlier.making import COMMITS, OPENED
from tests.storage.earlier.shapes import differences
from tests.storage.newsroom import assert_words_agree

FEW = {COMMITS[1]}
EVERY = pytest.mark.parametrize(
    "name",
    [pytest.param(one, marks=() if one in FEW else pytest.mark.torture) for one in (*COMMITS[1:], *OPENED)],
)


@EVERY
def test_a_backup_of_an_earlier_release_is_brought_up_to_date_where_it_is_restored(
    open_desk: OpenDesk, database: str, tmp_path: Path, caplog: pytest.LogCaptureFixture, name: str
) -> None:
    old = tmp_path / "old.db"
    earlier.restore(name, sqlite_url(old))
    before = old.read_bytes()
    made = make(sqlite_url(old), tmp_path / "backup.zip", now)
    assert made.manifest.tables_format.startswith("format ")
    assert old.read_bytes() == before  # a backup can come before an upgrade

    restore(made.file, database, tmp_path, now)

    assert "has been brought up to date" not in caplog.text
    desk = open_desk(DATABASE_URL=database)
    with desk.catalogue.reading() as connection:
        assert differences(connection) == []
        assert integrity.faults(connection) == []
    assert_words_agree(desk.catalogue)
    if not name.startswith(COMMITS[0]):  # it has vectors of another model
        answer = desk.answerer.ask("Hoeveel wolven leven er in het Drostenwoud?", Filters())
        assert "39 wolven" in answer.text
