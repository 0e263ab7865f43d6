"""The same newsdesk over both databases: each test that takes `database` runs on SQLite and on PostgreSQL."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.assembly import Desk
from tests.conftest import OpenDesk
from tests.servers import new_schema


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, stores: dict[str, str], tmp_path: Path) -> str:
    """The address of a new, empty database."""
    if stores:
        if request.param == "sqlite":
            pytest.skip("runs on SQLite in `make test`")
        return stores["DATABASE_URL"]
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'catalogue.db'}"
    server: str = request.getfixturevalue("postgresql")
    return new_schema(server)


@pytest.fixture
def newsdesk(open_desk: OpenDesk, database: str) -> Desk:
    """An empty newsdesk over either database."""
    return open_desk(DATABASE_URL=database)
