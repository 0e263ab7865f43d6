"""Real servers on this machine, PostgreSQL and Chroma, that tests start, stop and start again."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, create_engine, make_url, text

from tests.storage.loopback import free_port

_DEBIAN = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
_SETTINGS = "-c fsync=off -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=100"
NO_POSTGRESQL = "PostgreSQL's initdb and pg_ctl are not installed on this machine"
_INSTALLS_POSTGRESQL = (
    "Debian and Ubuntu: `apt-get install postgresql`; Fedora: `dnf install postgresql-server`"
)
_NO_CHROMA = "Chroma's server is not installed: `make test-servers` installs it with the package chromadb"
_CHROMA = Path(sys.executable).with_name("chroma")
_PATIENCE = 60


class PostgreSQL:
    """A PostgreSQL server on loopback; `url` is the address of its first database."""

    def __init__(self, programs: Path, folder: Path, settings: str = "") -> None:
        self._programs = programs
        self._settings = f"{_SETTINGS} {settings}"
        self._folder = folder
        self._user: list[str] = []
        self._port = free_port()
        self._runs = False
        self.url = f"postgresql+psycopg://newsdesk@127.0.0.1:{self._port}/postgres"

    def make(self) -> None:
        """Make its files."""
        self._user = as_its_user(self._folder)
        self._run("initdb", "-D", "data", "-U", "newsdesk", "-A", "trust", "-E", "UTF8", "--locale=C", "-N")

    def start(self) -> None:
        """Start it and wait until it takes connections."""
        self._run(
            "pg_ctl", "-D", "data", "-w", "-l", "log", "-o", f"-p {self._port} {self._settings}", "start"
        )
        self._runs = True

    def stop(self) -> None:
        """End it at once, as a machine that fails does: whoever is connected is cut off."""
        if self._runs:
            self._run("pg_ctl", "-D", "data", "-m", "immediate", "stop")
            self._runs = False

    def kill(self) -> None:
        """End its first process by `kill -9`, and wait until those that it started have gone too."""
        process = int((self._folder / "data" / "postmaster.pid").read_text().split()[0])
        os.kill(process, signal.SIGKILL)
        ends = time.monotonic() + _PATIENCE
        while _is_there(process) or _connects(self._port):
            assert time.monotonic() < ends, "PostgreSQL does not end"
            time.sleep(0.1)
        self._runs = False

    def _run(self, program: str, *given: str) -> None:
        command = [*self._user, str(self._programs / program), *given]
        subprocess.run(command, cwd=self._folder, check=True, stdout=subprocess.DEVNULL, timeout=_PATIENCE)


@contextmanager
def postgresql_server() -> Iterator[PostgreSQL | None]:
    """Run a PostgreSQL server; gives None where it is not installed."""
    programs = postgresql_programs()
    if programs is None:
        yield None
        return
    # Neither pytest's folders nor a home are open to the other user that PostgreSQL needs beside root.
    folder = Path(tempfile.mkdtemp(prefix="newsdesk-postgresql-"))
    server = PostgreSQL(programs, folder)
    try:
        server.make()
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder)


def new_schema(database: str) -> str:
    """Make room for one test in a PostgreSQL database: a schema copies no files, as a database would."""
    name = f"test_{uuid.uuid4().hex}"
    engine = create_engine(database)
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {name}"))
    engine.dispose()
    return f"{database}?options=-csearch_path%3D{name}"


def new_database(server: str) -> str:
    """Make a database of its own, for programs that mind who else is connected to theirs; see `drop`."""
    name = f"test_{uuid.uuid4().hex}"
    administered(server, f"CREATE DATABASE {name}")
    return str(make_url(server).set(database=name))


def drop(database: str | URL) -> None:
    """Delete a database, whoever is connected to it: each takes 8 MB."""
    url = make_url(database)
    administered(url.set(database="postgres"), f"DROP DATABASE {url.database} WITH (FORCE)")


def administered(server: str | URL, statement: str) -> None:
    """Have a PostgreSQL server do what it does in no transaction, as making and deleting databases."""
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()


class ChromaServer:
    """A Chroma server on loopback; `url` is its address."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it and wait until it answers."""
        where = ["--path", str(self._folder), "--host", "127.0.0.1", "--port", str(self.port)]
        self._process = subprocess.Popen(
            [str(_CHROMA), "run", *where], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        _wait_for(f"{self.url}/api/v2/heartbeat")

    def stop(self) -> None:
        """End it at once, as a machine that fails does."""
        if self._process is not None:
            self._process.kill()
            self._process.wait(_PATIENCE)
            self._process = None


@contextmanager
def chroma_server(folder: Path) -> Iterator[ChromaServer]:
    """Run a Chroma server whose store is in `folder`."""
    server = ChromaServer(folder)
    try:
        server.start()
        yield server
    finally:
        server.stop()


def missing() -> list[str]:
    """Return a sentence for each server that is not installed, with how it is."""
    told = [] if postgresql_programs() else [f"{NO_POSTGRESQL} ({_INSTALLS_POSTGRESQL})."]
    return told if _CHROMA.exists() else [*told, f"{_NO_CHROMA}."]


def _wait_for(url: str) -> None:
    ends = time.monotonic() + _PATIENCE
    while True:
        try:
            urllib.request.urlopen(url, timeout=5).close()  # noqa: S310 - our own server
        except (urllib.error.URLError, ConnectionError):
            assert time.monotonic() < ends, "the Chroma server does not start"
            time.sleep(0.1)
        else:
            return


def _is_there(process: int) -> bool:
    return Path(f"/proc/{process}").exists()


def _connects(port: int) -> bool:
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) == 0


def as_its_user(folder: Path) -> list[str]:
    """Return what runs PostgreSQL on a folder and all that is in it: it refuses to run as root."""
    if os.getuid() != 0:
        return []
    for one in (folder, *folder.rglob("*")):
        shutil.chown(one, "nobody")
    return ["runuser", "-u", "nobody", "--"]


def postgresql_programs() -> Path | None:
    """Return the folder of PostgreSQL's programs; None where it is not installed."""
    found = shutil.which("initdb")
    folders = [*([Path(found).resolve().parent] if found else []), *_DEBIAN]
    return next((one for one in folders if (one / "initdb").exists() and (one / "pg_ctl").exists()), None)
