"""What the tables of a database are, in words that two databases of one kind can be compared by."""

from __future__ import annotations

from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect

from corpus.catalogue.migrations import TABLE
from corpus.catalogue.migrations.compared import compared, everywhere
from corpus.catalogue.schema import tables


def differences(connection: Connection) -> list[Any]:
    """Return what Alembic finds that the tables of a database lack, or have too much, beside the schema."""
    options = {
        "version_table": TABLE,
        "include_name": compared,
        "include_object": everywhere,
        "compare_type": True,
    }
    return list(compare_metadata(MigrationContext.configure(connection, opts=options), tables))


def shape(connection: Connection) -> dict[str, object]:
    """Return columns, keys, constraints and indexes of each table, in no order, keys without their names."""
    there = inspect(connection)
    return {name: _table(there, name) for name in there.get_table_names() if not name.startswith("words_")}


def _table(there: Any, name: str) -> object:
    return {
        "columns": {
            (one["name"], str(one["type"]), one["nullable"], str(one["default"]).partition("'")[0])
            for one in there.get_columns(name)
        },
        "key": there.get_pk_constraint(name)["constrained_columns"],
        "others": {
            (*one["constrained_columns"], one["referred_table"], *one["referred_columns"])
            for one in there.get_foreign_keys(name)
        },
        "unique": {tuple(one["column_names"]) for one in there.get_unique_constraints(name)},
        "indexes": {
            (
                one["name"],
                tuple(one["column_names"]),
                bool(one["unique"]),
                _said(one.get("dialect_options", {})),
            )
            for one in there.get_indexes(name)
        },
        "options": str(there.get_table_options(name)),
    }


def _said(options: Any) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, str(option)) for name, option in options.items()))
