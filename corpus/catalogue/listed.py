"""Conditions on values that a statement is given as one list, so that its text is always the same.

SQLAlchemy writes a statement anew for as many values as an `IN` has, which takes longer for a hundred of them
than SQLite takes to look them up. PostgreSQL takes them as an array, SQLite as JSON; neither limits them.
"""

import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import ARRAY, ColumnElement, Integer, String, Text, bindparam
from sqlalchemy.engine import Dialect
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator, TypeEngine


def one_of(column: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    """Return the condition that a column is one of the parameter `name`, a collection of numbers or words.

    No word may hold a NUL, which ends JSON for SQLite.
    """
    return _OneOf(column, bindparam(name, type_=_List(column.type)))


class _List(TypeDecorator[Collection[int | str]]):
    impl = String
    cache_ok = True

    def __init__(self, of: TypeEngine[Any]) -> None:
        super().__init__()
        self.of = of if isinstance(of, Integer) else Text()  # without the column's own collation

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(ARRAY(self.of) if dialect.name == "postgresql" else String())

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:  # noqa: ANN401 - as it is declared
        return list(value) if dialect.name == "postgresql" else json.dumps(list(value))


class _OneOf(FunctionElement[bool]):
    inherit_cache = True


@compiles(_OneOf, "sqlite")
def _in_sqlite(element: Any, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401 - any there are
    column, given = (compiler.process(one, **options) for one in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({given}))"  # nosec B608  # noqa: S608 - no value


@compiles(_OneOf, "postgresql")
def _in_postgresql(element: Any, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401 - as above
    column, given = (compiler.process(one, **options) for one in element.clauses)
    return f"{column} = ANY ({given})"
