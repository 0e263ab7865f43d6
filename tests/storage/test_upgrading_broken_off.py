"""An upgrade is whole or was none: a copy first, one process at a time, and begun anew after a death."""

from __future__ import annotations

import resource
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect

from corpus.catalogue import facts
from corpus.catalogue.connection import Catalogue
from corpus.errors import CatalogueOutdated, CatalogueUnusable
from tests.storage.earlier.opening_beside import dies, opens
from tests.storage.earlier.restoring import restore
from tests.storage.earlier.shapes import differences
from tests.storage.processes import Beside

FIRST = "381d36e"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A catalogue of the first release, in SQLite."""
    file = tmp_path / "catalogue.db"
    restore(FIRST, f"sqlite:///{file}")
    return file


def test_the_copy_beside_is_the_catalogue_as_it_was_with_what_is_still_in_the_log(
    file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file.chmod(0o640)
    with closing(sqlite3.connect(file)) as writing:
        writing.execute("PRAGMA wal_autocheckpoint=0")
        writing.execute("INSERT INTO facts VALUES ('last', 'said')")
        writing.commit()
        assert file.with_name("catalogue.db-wal").stat().st_size
        catalogue = Catalogue(f"sqlite:///{file}")
    catalogue.close()

    assert catalogue.upgraded is not None
    assert catalogue.upgraded.was == "format 1"
    (copy,) = file.parent.glob("catalogue-format-1-*.db")
    assert catalogue.upgraded.copy == copy
    assert copy.stat().st_mode == file.stat().st_mode
    assert caplog.messages[-1] == (
        "The catalogue was of an earlier release (format 1) and has been brought up to date; "
        f"{copy} is a copy of it as it was."
    )
    with closing(sqlite3.connect(copy)) as kept:
        assert kept.execute("SELECT value FROM facts WHERE name = 'last'").fetchall() == [("said",)]
        assert kept.execute("SELECT value FROM facts WHERE name = 'format'").fetchall() == [("1",)]
    again = Catalogue(f"sqlite:///{copy}")
    again.close()
    assert again.upgraded is not None
    assert not list(file.parent.glob("*.copying*"))


def test_without_room_for_a_copy_nothing_is_changed(file: Path) -> None:
    before = _facts(file)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, limits[1]))
    try:
        with pytest.raises(CatalogueUnusable, match="no copy can be laid beside it") as refused:
            Catalogue(f"sqlite:///{file}")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    assert str(file) in str(refused.value)
    assert _facts(file) == before
    assert {one.name for one in file.parent.iterdir()} <= {
        f"catalogue.db{end}" for end in ("", "-wal", "-shm")
    }


def test_who_only_reads_is_told_and_changes_nothing(database: str) -> None:
    restore(FIRST, database)
    with pytest.raises(
        CatalogueOutdated, match=r"earlier release \(format 1\).*`newsdesk upgrade` brings it"
    ):
        Catalogue(database, upgrades=False)
    engine = create_engine(database)
    with engine.connect() as connection:
        assert facts.read(connection, "format") == "1"
    engine.dispose()
    Catalogue(database).close()
    Catalogue(database, upgrades=False).close()


def test_of_processes_that_open_it_at_once_one_upgrades_and_the_others_wait(database: str) -> None:
    restore(FIRST, database)
    beside = [Beside(opens, database) for _ in range(3)]
    assert sorted(one.hears() for one in beside) == [False, False, True]
    for one in beside:
        assert one.everything() == []


# An upgrade has some 150 statements on SQLite and 300 on PostgreSQL.
@pytest.mark.parametrize(
    "statement",
    [
        *(20, 140),
        *(pytest.param(one, marks=pytest.mark.torture) for one in (*range(5, 20, 5), *range(40, 400, 10))),
    ],
)
def test_killed_anywhere_it_is_the_catalogue_of_before_and_the_next_opening_upgrades(
    database: str, tmp_path: Path, statement: int
) -> None:
    restore(FIRST, database)
    told = Beside(dies, database, statement).everything()
    if told:
        pytest.skip(f"an upgrade has {told[0]} statements")

    engine = create_engine(database)
    with engine.connect() as connection:
        assert facts.read(connection, "format") == "1"
        assert "standalone" not in {one["name"] for one in inspect(connection).get_columns("answers")}
    engine.dispose()
    catalogue = Catalogue(database)
    assert catalogue.upgraded is not None
    with catalogue.reading() as connection:
        assert differences(connection) == []
    catalogue.close()
    assert not list(tmp_path.glob("*.copying*"))


def _facts(file: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(file)) as database:
        return database.execute("SELECT * FROM facts ORDER BY name").fetchall()
