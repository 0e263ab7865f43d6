"""The catalogues of earlier releases, made again in an empty database."""

from __future__ import annotations

import sqlite3
import tarfile
from contextlib import closing
from functools import cache
from pathlib import Path

from sqlalchemy import create_engine, make_url

_CATALOGUES = Path(__file__).parent / "catalogues"


@cache
def dumps(kind: str) -> dict[str, str]:
    """Return the SQL of each catalogue of one kind of database, by the commit that made it."""
    with tarfile.open(_CATALOGUES / f"{kind}.tar.xz") as packed:
        held = {one.name.removesuffix(".sql"): packed.extractfile(one) for one in packed.getmembers()}
        return {name: sql.read().decode() for name, sql in held.items() if sql is not None}


def restore(name: str, database: str) -> None:
    """Put the catalogue of that name into an empty database, or in the place of an SQLite file."""
    url = make_url(database)
    sql = dumps(url.get_backend_name())[name]
    if url.database and url.get_backend_name() == "sqlite":
        Path(url.database).unlink(missing_ok=True)  # an empty one may lie there
        with closing(sqlite3.connect(url.database)) as file:
            file.executescript(f"PRAGMA journal_mode=WAL; BEGIN; {sql} COMMIT;")
        return
    engine = create_engine(database)
    with engine.begin() as connection:
        connection.exec_driver_sql(sql)
    engine.dispose()
