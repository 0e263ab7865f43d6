"""What the first steps are made of: each does only what is lacking.

Catalogues of before had no revision, and were given new tables whenever a later release opened them,
but no columns: one can have the tables of any release with the columns of an earlier one.
Steps from 0013 on know what they find, and use Alembic's operations as they are.
"""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op


def create_table(name: str, *parts: sa.schema.SchemaItem, **options: Any) -> None:  # noqa: ANN401 - SQLAlchemy's
    """Make a table with its indexes, unless it is there."""
    if not has_table(name):
        op.create_table(name, *parts, **options)


def create_index(name: str, table: str, columns: Sequence[str]) -> None:
    """Make an index, unless it is there."""
    op.create_index(name, table, columns, if_not_exists=True)


def add_column(table: str, column: sa.Column[Any]) -> None:
    """Add a column that may be empty, unless it is there."""
    if column.name not in columns(table):
        op.add_column(table, column)


def add_filled_column(table: str, column: sa.Column[Any], value: str, **options: Any) -> None:  # noqa: ANN401
    """Add a column that is never empty, unless it is there; `value` is what older rows get, in SQL.

    `options` are those of the table that reflection does not tell.
    """
    if column.name in columns(table):
        return
    op.add_column(table, column)
    op.execute(f"UPDATE {table} SET {column.name} = {value}")  # nosec B608 # noqa: S608 - written in a step
    with op.batch_alter_table(table, table_kwargs=options) as batch:
        batch.alter_column(column.name, existing_type=column.type, nullable=False)


def has_table(name: str) -> bool:
    """Tell whether there is a table of that name."""
    return sa.inspect(op.get_bind()).has_table(name)


def columns(table: str) -> dict[str, Any]:
    """Return what SQLAlchemy knows of the columns of a table, by name."""
    return {column["name"]: column for column in sa.inspect(op.get_bind()).get_columns(table)}
