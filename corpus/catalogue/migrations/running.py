"""Runs the steps that a catalogue lacks, in the transaction it is given."""

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from corpus.catalogue.migrations import STEPS


def run(connection: Connection) -> None:
    """Bring the tables to the newest revision and write that down, all in the caller's transaction.

    On SQLite foreign keys must be off: a changed table is a new one in the place of the old.
    """
    command.upgrade(configuration(connection), "head")


def configuration(connection: Connection) -> Config:
    """Return how Alembic works here: no file says so, for nobody but this program runs the steps."""
    config = Config()
    config.set_main_option("script_location", str(STEPS.parent).replace("%", "%%"))
    config.set_main_option("version_locations", str(STEPS).replace("%", "%%"))
    config.set_main_option("path_separator", "newline")  # no sign in the name of a folder parts it
    config.set_main_option("file_template", "step_%%(rev)s_%%(slug)s")
    config.attributes["connection"] = connection
    return config
