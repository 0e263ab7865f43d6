"""The same newsdesk over both databases: each test that takes `database` runs on SQLite and on PostgreSQL."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from bot.assembly import Desk
from tests.conftest import OpenDesk
from tests.storage.loopback import free_port

_DEBIAN = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
_SETTINGS = "-c fsync=off -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=50"


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """A PostgreSQL server on loopback; gives the address of its first database."""
    programs = _programs()
    if programs is None:
        pytest.skip("PostgreSQL's initdb and pg_ctl are not installed on this machine")
    # Neither pytest's folders nor a home are open to the other user that PostgreSQL needs beside root.
    folder = Path(tempfile.mkdtemp(prefix="newsdesk-postgresql-"))
    user = ["runuser", "-u", "nobody", "--"] if Path("/").owner() == Path("/proc/self").owner() else []
    if user:
        shutil.chown(folder, "nobody")
    port = free_port()
    init = ["initdb", "-D", "data", "-U", "newsdesk", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"]
    server = ["pg_ctl", "-D", "data", "-w", "-l", "log", "-o", f"-p {port} {_SETTINGS}"]
    try:
        _run([*user, str(programs / init[0]), *init[1:]], folder)
        _run([*user, str(programs / server[0]), *server[1:], "start"], folder)
        yield f"postgresql+psycopg://newsdesk@127.0.0.1:{port}/postgres"
        _run([*user, str(programs / "pg_ctl"), "-D", "data", "-m", "immediate", "stop"], folder)
    finally:
        shutil.rmtree(folder)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a new, empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'catalogue.db'}"
    server: str = request.getfixturevalue("postgresql")
    return new_schema(server)


@pytest.fixture
def newsdesk(open_desk: OpenDesk, database: str) -> Desk:
    """An empty newsdesk over either database."""
    return open_desk(DATABASE_URL=database)


def new_schema(database: str) -> str:
    """Make room for one test in a PostgreSQL database: a schema copies no files, as a database would."""
    name = f"test_{uuid.uuid4().hex}"
    engine = create_engine(database)
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {name}"))
    engine.dispose()
    return f"{database}?options=-csearch_path%3D{name}"


def _programs() -> Path | None:
    found = shutil.which("initdb")
    folders = [*([Path(found).resolve().parent] if found else []), *_DEBIAN]
    return next((one for one in folders if (one / "initdb").exists() and (one / "pg_ctl").exists()), None)


def _run(command: list[str], folder: Path) -> None:
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, timeout=60)
