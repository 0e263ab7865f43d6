"""The tables of the queue, which are procrastinate's: made and brought up to date beside the catalogue's.

Alembic knows nothing of them. Which of procrastinate's own steps they have had stands in a comment on one of
them, for facts are replaced by a restore, which leaves the queue alone.
"""

from importlib import resources
from pathlib import Path

from sqlalchemy import Connection, text

from corpus.errors import CatalogueUnusable

_OURS = "newsdesk: "


def serve(url: str) -> bool:
    """Tell whether a database at that address can have a queue."""
    return url.startswith("postgresql")


def are_there(connection: Connection) -> bool:
    """Tell whether a catalogue has a queue beside it."""
    return connection.dialect.name == "postgresql" and _there(connection)


def make_ready(connection: Connection) -> None:
    """Make the tables where none are, or bring them up to date.

    Args:
        connection: a writing one, of PostgreSQL.

    Raises:
        CatalogueUnusable: there are tables of procrastinate that newsdesk did not make.
    """
    # Its library is imported where the tables are made: `newsdesk purge` must not wait for it.
    from procrastinate.schema import SchemaManager  # noqa: PLC0415

    newest = _steps()[-1].stem
    if not _there(connection):
        _run(connection, SchemaManager.get_schema())
        _note(connection, newest)
        return
    had = _had(connection)
    lacking = [step for step in _steps() if step.stem > had]
    for step in lacking:
        _run(connection, step.read_text(encoding="utf-8"))
    if lacking:
        _note(connection, newest)


def _had(connection: Connection) -> str:
    comment = connection.scalar(text("SELECT obj_description('procrastinate_jobs'::regclass)"))
    if comment is None or not comment.startswith(_OURS):
        raise CatalogueUnusable(
            "The database of the catalogue has a job queue of another program (procrastinate): "
            "give newsdesk a database of its own in DATABASE_URL."
        )
    return str(comment.removeprefix(_OURS))


def _note(connection: Connection, newest: str) -> None:
    connection.exec_driver_sql(f"COMMENT ON TABLE procrastinate_jobs IS '{_OURS}{newest}'")


def _there(connection: Connection) -> bool:
    return connection.scalar(text("SELECT to_regclass('procrastinate_jobs') IS NOT NULL")) or False


def _run(connection: Connection, statements: str) -> None:
    # Several at once, with percent signs of their own: the driver takes them as they are.
    connection.connection.driver_connection.execute(statements)  # type: ignore[union-attr]


def _steps() -> list[Path]:
    with resources.as_file(resources.files("procrastinate.sql") / "migrations") as folder:
        return sorted(folder.glob("*.sql"))
