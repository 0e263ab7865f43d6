"""The steps lead to the tables that the schema describes: whoever changes these without a step is told."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text

from corpus.catalogue import revisions
from corpus.catalogue.connection import Catalogue
from corpus.catalogue.migrations.running import configuration, run
from corpus.catalogue.revisions import Age, judged
from tests.storage.earlier.shapes import differences, shape

_OPENS = """
import sys
from corpus.catalogue.connection import Catalogue
for _ in range(2):
    Catalogue(sys.argv[1]).close()
print(sorted({"alembic", "mako", "corpus.catalogue.upgrading"} & set(sys.modules)))
"""


def test_a_new_catalogue_has_the_tables_that_all_steps_make_of_nothing(database: str) -> None:
    steps = create_engine(database)
    with steps.begin() as connection:
        run(connection)
        assert differences(connection) == []
        by_steps = shape(connection)
        # A test of PostgreSQL has one schema, and a new catalogue wants an empty one.
        for name in by_steps:
            connection.execute(text(f'DROP TABLE "{name}"{_and_what_names_it(database)}'))
    steps.dispose()

    made = Catalogue(database)
    with made.reading() as connection:
        assert differences(connection) == []
        assert shape(connection) == by_steps
    made.close()


def test_tables_that_differ_from_the_schema_are_found(database: str) -> None:
    catalogue = Catalogue(database)
    with catalogue.writing() as connection:
        connection.execute(text("ALTER TABLE feeds ADD COLUMN colour TEXT"))
        connection.execute(text("DROP INDEX ix_versions_address"))
        found = [difference[0] for difference in differences(connection)]
    catalogue.close()
    assert sorted(found) == ["add_index", "remove_column"]


def test_the_steps_are_one_row_and_their_numbers_count_them() -> None:
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        steps = ScriptDirectory.from_config(configuration(connection))
        assert [step.revision for step in steps.walk_revisions()] == revisions.known()[::-1]
        assert steps.get_heads() == revisions.known()[-1:]
    engine.dispose()
    assert revisions.known() == [f"{number:04}" for number in range(1, len(revisions.known()) + 1)]


@pytest.mark.parametrize(
    ("revision", "format_", "age", "name"),
    [
        (None, "1", Age.EARLIER, "format 1"),
        (None, "2", Age.EARLIER, "format 2"),
        (None, "3", Age.LATER, "format 3"),
        (None, None, Age.LATER, "format None"),
        ("0001", None, Age.EARLIER, "revision 0001"),
        ("9999", None, Age.LATER, "revision 9999"),
        ("abc", None, Age.LATER, "revision abc"),
    ],
)
def test_a_catalogue_is_told_by_its_revision_or_by_its_format(
    revision: str | None, format_: str | None, age: Age, name: str
) -> None:
    found = judged(revision, format_)
    assert (found.age, found.name) == (age, name)


def test_opening_a_catalogue_that_is_new_or_up_to_date_waits_for_no_migrations(tmp_path: Path) -> None:
    opened = [sys.executable, "-c", _OPENS, f"sqlite:///{tmp_path / 'catalogue.db'}"]
    assert subprocess.run(opened, check=True, capture_output=True, text=True).stdout == "[]\n"


def _and_what_names_it(database: str) -> str:
    return "" if database.startswith("sqlite") else " CASCADE"
