"""`kill -9` in any act: what was reported is found, nothing is half there, and the store opens by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.assembly import Desk
from tests import tally
from tests.conftest import OpenDesk
from tests.kills.acts import ACTS
from tests.kills.killing import Killed, killed
from tests.servers import new_schema

_SHORT = ("add", "correct", "reindex", "Chroma's writing", "feed polling")
_KILLS = 12  # of each act on each database: 300 and more in all


@pytest.mark.parametrize("act", _SHORT)
def test_a_process_that_is_killed_in_an_act_loses_nothing(
    open_desk: OpenDesk, tmp_path: Path, act: str
) -> None:
    assert _killed(open_desk, tmp_path, act, 1, f"sqlite:///{tmp_path / 'catalogue.db'}").wrong == []


@pytest.mark.torture
@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("database", ["SQLite", "PostgreSQL"])
def test_of_any_act_a_process_is_killed_in_nothing_is_lost(
    open_desk: OpenDesk, tmp_path: Path, request: pytest.FixtureRequest, act: str, database: str
) -> None:
    url = f"sqlite:///{tmp_path / 'catalogue.db'}"
    if database == "PostgreSQL":
        url = new_schema(request.getfixturevalue("postgresql"))
    counted = _killed(open_desk, tmp_path, act, _KILLS, url)
    figures = (counted.kills, counted.stored, len(counted.lost), len(counted.half), len(counted.shut))
    names = ("kills", "changes reported", "lost", "half there", "not opened")
    tally.note("kills", {"act": act, "database": database}, dict(zip(names, figures, strict=True)))
    assert counted.wrong == []


def _killed(open_desk: OpenDesk, home: Path, act: str, kills: int, url: str) -> Killed:
    def opened() -> Desk:
        return open_desk(long_running=True, DATABASE_URL=url)

    return killed(act, home, opened, kills, DATABASE_URL=url)
