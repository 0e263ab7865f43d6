"""The services of compose.yaml run here by their own commands, and are healthy by their own checks.

There need be no container engine: what is only so in a container, its folders and the names of the others,
is put as it is here; everything else is taken as it is written.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import URL

from corpus.catalogue.connection import Catalogue
from corpus.catalogue.jobs import standing
from corpus.catalogue.jobs.job import Left, State
from tests.deploy.composed import SERVICES, check_of, placed
from tests.discord.programs import started
from tests.jobs.programs import until
from tests.servers import NO_POSTGRESQL, administered, as_its_user, drop, postgresql_programs
from tests.small_discord.loopback import TOKEN, Loopback
from tests.small_discord.state.changes import PATIENCE
from tests.storage.loopback import free_port

_PASSWORD = "of signs: /@%$ 'a'"  # noqa: S105 - it opens nothing
_ENVIRONMENT = dict(os.environ)  # noqa: TID251 - the environment of other programs


@pytest.fixture(scope="module")
def postgres_server() -> Iterator[str]:
    """PostgreSQL as its image sets it up and as the service runs it, but for its database; gives its port."""
    programs = postgresql_programs()
    if programs is None:
        pytest.skip(NO_POSTGRESQL)
    service, port = SERVICES["postgres"], str(free_port())
    said = service["environment"]
    # Nobody else reads pytest's folders, and PostgreSQL is another beside root.
    folder = Path(tempfile.mkdtemp(prefix="newsdesk-compose-"))
    try:
        (folder / "password").write_text(_PASSWORD)
        owned = as_its_user(folder)
        # As the image does it: https://github.com/docker-library/postgres/blob/master/docker-entrypoint.sh
        made = ["--username", said["POSTGRES_USER"], "--pwfile", "password", "--auth-host", "scram-sha-256"]
        made += said["POSTGRES_INITDB_ARGS"].split()
        subprocess.run(
            [*owned, programs / "initdb", *made, "data"], cwd=folder, check=True, stdout=subprocess.DEVNULL
        )
        here = [
            "-D",
            "data",
            "-p",
            port,
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "unix_socket_directories=",
        ]
        program, *given = service["command"]
        healthy = [str(programs / "pg_isready"), *check_of("postgres", {})[1:], "--port", port]
        with _running([*owned, str(programs / program), *given, *here], healthy, folder):
            yield port
    finally:
        shutil.rmtree(folder)


@pytest.fixture
def postgres(postgres_server: str) -> Iterator[str]:
    """The server with the database that the image makes of POSTGRES_DB, empty; gives its port."""
    said = SERVICES["postgres"]["environment"]
    server = URL.create(
        *("postgresql+psycopg", said["POSTGRES_USER"], _PASSWORD),
        host="127.0.0.1",
        port=int(postgres_server),
        database="postgres",
    )
    administered(server, f"CREATE DATABASE {said['POSTGRES_DB']}")
    yield postgres_server
    drop(server.set(database=said["POSTGRES_DB"]))


@pytest.fixture(scope="module")
def chroma(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The Chroma server as the service runs it; each catalogue has a collection there. Gives its port."""
    folder = tmp_path_factory.mktemp("chroma")
    service, port = SERVICES["chroma"], str(free_port())
    places = {"/data": str(folder / "index"), "8000": port, "0.0.0.0": "127.0.0.1"}  # noqa: S104 - replaced
    (program,) = service["entrypoint"]
    command = [str(Path(sys.executable).with_name(program)), *placed(service["command"], places)]
    with _running(command, check_of("chroma", places), folder):
        yield port


@pytest.fixture
async def discord() -> AsyncIterator[Loopback]:
    async with Loopback() as server:
        yield server


async def test_the_bot_runs_on_both_stores_is_healthy_and_answers(
    discord: Loopback, postgres: str, chroma: str, tmp_path: Path
) -> None:
    port = str(free_port())
    settings = _settings(tmp_path, postgres, chroma, port)
    bot = await started(tmp_path, discord, *SERVICES["bot"]["command"], **settings)
    try:
        await asyncio.wait_for(discord.gateway.ready.wait(), PATIENCE)
        await asyncio.to_thread(_wait, check_of("bot", {"9464": port}), tmp_path)
        added = await started(tmp_path, discord, "add", "--samples", **settings)
        await added.communicate()
        assert added.returncode == 0
        turn = await discord.answered("Hoeveel wolven leven er in het Drostenwoud?")
        assert "39" in turn.embed["description"]
        checked = await started(tmp_path, discord, "doctor", **settings)
        told, _ = await checked.communicate()
        assert _PASSWORD not in told.decode()
    finally:
        bot.terminate()
        assert await asyncio.wait_for(bot.wait(), PATIENCE) == 0
    assert _stores_in(tmp_path) == []


async def test_the_worker_runs_on_both_stores_is_healthy_adds_what_was_left_and_ends_in_peace(
    discord: Loopback, postgres: str, chroma: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = str(free_port())
    settings = _settings(tmp_path, postgres, chroma, port, "worker")
    worker = await started(tmp_path, discord, *SERVICES["worker"]["command"], **settings)
    try:
        await asyncio.to_thread(_wait, check_of("worker", {"9464": port}), tmp_path)
        left = await started(tmp_path, discord, "add", "--later", "--samples", **settings)
        await left.communicate()
        assert left.returncode == 0
        monkeypatch.setenv("PGPASSWORD", _PASSWORD)
        await asyncio.to_thread(_wait_for_jobs, settings["DATABASE_URL"])
        assert await _said(tmp_path, discord, "jobs", settings) == b"There are no jobs.\n"
        answered = await _said(tmp_path, discord, "ask Hoeveel wolven leven er in het Drostenwoud?", settings)
        assert b"39" in answered
    finally:
        worker.terminate()
        assert await asyncio.wait_for(worker.wait(), PATIENCE) == 0
    assert _stores_in(tmp_path) == []


async def _said(home: Path, discord: Loopback, words: str, settings: dict[str, str]) -> bytes:
    program = await started(home, discord, *words.split(" ", 1), **settings)
    told, _ = await asyncio.wait_for(program.communicate(), PATIENCE)
    return told


async def test_a_wrong_token_ends_the_bot_with_its_sentence(
    discord: Loopback, postgres: str, chroma: str, tmp_path: Path
) -> None:
    settings = _settings(tmp_path, postgres, chroma, str(free_port()))
    environment = {**_ENVIRONMENT, **settings, "DISCORD_API": discord.api, "DISCORD_TOKEN": f"{TOKEN}?"}
    bot = await asyncio.create_subprocess_exec(
        *(sys.executable, "-W", "ignore", "-m", "bot", *SERVICES["bot"]["command"]),
        env=environment,
        stderr=asyncio.subprocess.PIPE,
    )
    _, told = await asyncio.wait_for(bot.communicate(), PATIENCE)
    assert bot.returncode == 1
    assert "Discord refused the token" in told.decode()
    assert "Traceback" not in told.decode()


def _stores_in(home: Path) -> list[Path]:
    return [file for file in home.iterdir() if file.name.startswith(("catalogue", "chroma"))]


def _settings(home: Path, postgres: str, chroma: str, port: str, service: str = "bot") -> dict[str, str]:
    """Return a service's settings with what is elsewhere here, and the password of the env file."""
    given = dict(SERVICES[service]["environment"])
    given["DATABASE_URL"] = given["DATABASE_URL"].replace("@postgres/", f"@127.0.0.1:{postgres}/")
    given["CHROMA_URL"] = given["CHROMA_URL"].replace("chroma:8000", f"127.0.0.1:{chroma}")
    elsewhere = {"NEWSDESK_HOME": str(home), "METRICS_PORT": port, "METRICS_HOST": "127.0.0.1"}
    return {**given, **elsewhere, "PGPASSWORD": _PASSWORD}


@contextmanager
def _running(command: list[str], healthy: list[str], folder: Path) -> Iterator[None]:
    """Run a service until the end, once it is healthy."""
    with ExitStack() as stack:
        log = stack.enter_context((folder / "log").open("wb"))
        service = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
        stack.callback(service.wait, PATIENCE)
        stack.callback(service.terminate)
        _wait(healthy, folder)
        yield


def _wait_for_jobs(database: str) -> None:
    """Wait until none is left; the program takes a second or two to tell the same."""
    catalogue = Catalogue(database)
    try:
        until(lambda: not _left(catalogue))
    finally:
        catalogue.close()


def _left(catalogue: Catalogue) -> list[Left]:
    with catalogue.reading() as connection:
        return standing.listed(connection, *State)


def _wait(healthy: list[str], folder: Path) -> None:
    command = [sys.executable if word == "python" else word for word in healthy]
    ends = time.monotonic() + PATIENCE
    while subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode:
        assert time.monotonic() < ends, "the service does not become healthy"
        time.sleep(0.2)
