import sqlite3
import time
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import create_engine, text

from corpus.catalogue import facts
from corpus.catalogue.connection import Catalogue
from corpus.errors import CatalogueUnusable
from tests.servers import new_schema
from tests.storage.loopback import free_port


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("nonsense", "not a database address"),
        ("/home/somebody/news.db", "not a database address"),
        ("mysql://localhost/news", "needs SQLite or PostgreSQL"),
        ("oracle+nothing://localhost/news", "needs SQLite or PostgreSQL"),
        ("postgresql+nothing://localhost/news", "Check DATABASE_URL"),
        ("sqlite:////proc/no/such/folder/catalogue.db", "set NEWSDESK_HOME .* elsewhere"),
    ],
)
def test_an_address_that_leads_nowhere_is_refused_with_a_sentence(url: str, sentence: str) -> None:
    with pytest.raises(CatalogueUnusable, match=sentence):
        Catalogue(url)


def test_a_server_that_does_not_answer_is_named_without_its_password() -> None:
    port = free_port()
    with pytest.raises(CatalogueUnusable, match="check host and port in DATABASE_URL") as refused:
        Catalogue(f"postgresql+psycopg://somebody:geheim@127.0.0.1:{port}/news")
    assert str(port) in str(refused.value)
    assert "geheim" not in str(refused.value)


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.db"
    path.write_text("Dit is een brief en geen database. " * 100)
    with pytest.raises(CatalogueUnusable, match="is not a database"):
        Catalogue(f"sqlite:///{path}")
    assert path.read_text().startswith("Dit is een brief")


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "catalogue.db").mkdir()
    with pytest.raises(CatalogueUnusable, match="is a folder, where the catalogue's file belongs"):
        Catalogue(f"sqlite:///{tmp_path / 'catalogue.db'}")


def test_a_catalogue_damaged_while_in_use_is_told_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.db"
    catalogue = Catalogue(f"sqlite:///{path}")
    catalogue.close()
    path.write_bytes(path.read_bytes()[:4096] + b"\xff" * 100_000)
    with pytest.raises(CatalogueUnusable, match="newsdesk restore"), catalogue.reading() as connection:
        connection.execute(text("SELECT * FROM facts")).all()
    catalogue.close()


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        (["UPDATE schema_revision SET version_num = '9999'"], "revision 9999"),
        (["DROP TABLE schema_revision"], "format 3"),
        (["DROP TABLE schema_revision", "UPDATE facts SET value = '99' WHERE name = 'format'"], "format 99"),
    ],
    ids=lambda said: said if isinstance(said, str) else "",
)
@pytest.mark.parametrize("upgrades", [True, False], ids=["writes", "reads"])
def test_a_catalogue_of_a_later_release_is_refused_and_left_alone(
    database: str, changes: list[str], name: str, *, upgrades: bool
) -> None:
    Catalogue(database).close()
    engine = create_engine(database)
    with engine.begin() as connection:
        for one in [*changes, "DROP TABLE citations"]:
            connection.execute(text(one))
    with pytest.raises(
        CatalogueUnusable, match=f"This catalogue has {name}, which this newsdesk does not know"
    ):
        Catalogue(database, upgrades=upgrades)
    with engine.connect() as connection, pytest.raises(Exception, match="citations"):
        connection.execute(text("SELECT * FROM citations"))
    engine.dispose()


def test_a_catalogue_opens_again_and_again_with_the_same_name(database: str) -> None:
    names = set()
    for _ in range(3):
        catalogue = Catalogue(database)
        with catalogue.reading() as connection:
            names |= set(
                connection.execute(text("SELECT value FROM facts WHERE name = 'identity'")).scalars()
            )
        catalogue.close()
    assert len(names) == 1


def test_visits_that_outlast_the_closing_leave_no_connection(postgresql: str) -> None:
    catalogue = Catalogue(new_schema(postgresql))
    with closing(psycopg.connect(postgresql.replace("+psycopg", ""), autocommit=True)) as server:
        before = connected(server)
        assert before >= 1
        with catalogue.reading() as under_way:
            catalogue.close()
            assert facts.identity(under_way)
        with catalogue.writing() as late:
            facts.write(late, "a fact", "of a thread that was not done")
        ends = time.monotonic() + 20
        while connected(server) >= before:
            assert time.monotonic() < ends, "a connection is left"
            time.sleep(0.05)


def connected(server: psycopg.Connection) -> int:
    """Return how many connections to the server are newsdesk's."""
    asked = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'newsdesk'"
    found = server.execute(asked).fetchone()
    assert found is not None
    return int(found[0])


def test_the_database_survives_power_cuts_and_lets_many_read_while_one_writes(tmp_path: Path) -> None:
    catalogue = Catalogue(f"sqlite:///{tmp_path / 'catalogue.db'}")
    with catalogue.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    catalogue.close()
    assert sqlite3.threadsafety > 0
