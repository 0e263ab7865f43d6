from __future__ import annotations

import ast
import inspect
import re
from dataclasses import fields
from pathlib import Path

import pytest

from bot import settings
from bot.errors import SettingWrong
from bot.settings import Settings, settings_from

EXAMPLE = (Path(__file__).parents[2] / ".env.example").read_text(encoding="utf-8")
LISTED = re.findall(r"^(?:# )?([A-Z][A-Z_]+)=(.*)$", EXAMPLE, re.MULTILINE)


def read() -> set[str]:
    """Return the names of settings that the module looks for."""
    strings = {
        node.value
        for node in ast.walk(ast.parse(inspect.getsource(settings)))
        if isinstance(node, ast.Constant)
    }
    return {name for name in strings if isinstance(name, str) and re.fullmatch(r"[A-Z]+(_[A-Z]+)*", name)}


def test_the_example_lists_every_setting_once() -> None:
    names = [name for name, _ in LISTED]
    assert sorted(names) == sorted(read())
    assert len(names) == len(fields(Settings))


def test_the_example_explains_every_setting_with_its_default() -> None:
    blocks = [block for block in EXAMPLE.split("\n\n") if re.search(r"^(?:# )?[A-Z_]+=", block, re.MULTILINE)]
    assert len(blocks) == len(LISTED)
    for block in blocks:
        *told, _ = block.strip().splitlines()
        assert told, f"{block} is not explained"
        assert all(line.startswith("# ") for line in told)


def test_the_example_as_it_is_changes_nothing() -> None:
    assert settings_from(dict(LISTED)) == settings_from({})


def test_an_empty_value_is_the_same_as_none() -> None:
    blank = settings_from(dict.fromkeys(read(), "  ") | {"OTHER": None})
    assert blank == settings_from({})


def test_every_setting_is_read() -> None:
    special = {
        "NEWSDESK_HOME": "/here",
        "DATABASE_URL": "sqlite://",
        "LOG_FORMAT": "JSON",
        "SHARD_IDS": "2,0-1",
    }
    chosen = settings_from(dict.fromkeys(read(), "7") | special)
    assert (chosen.home, chosen.database_url, chosen.log_format) == (Path("/here"), "sqlite://", "json")
    assert chosen.shard_ids == (0, 1, 2)
    told = {"home", "database_url", "log_format", "shard_ids"}
    others = [field.name for field in fields(Settings) if field.name not in told]
    assert {str(getattr(chosen, name)) for name in others} == {"7"}


@pytest.mark.parametrize("written", ["0", "-1", "two", "1.5", "²"])
def test_a_number_of_threads_is_a_number(written: str) -> None:
    with pytest.raises(SettingWrong, match="EMBEDDING_THREADS"):
        settings_from({"EMBEDDING_THREADS": written})


@pytest.mark.parametrize(
    ("name", "written"), [("METRICS_PORT", "65536"), ("METRICS_PORT", "-1"), ("LOG_FORMAT", "xml")]
)
def test_a_setting_that_cannot_be_so_is_refused_by_its_name(name: str, written: str) -> None:
    with pytest.raises(SettingWrong, match=name):
        settings_from({name: written})


@pytest.mark.parametrize("written", ["a", "1-", "-1", "3-1", "0,,1", "0-1-2", "1.5", "²", "9" * 40])
def test_shards_are_numbers_or_ranges_of_them(written: str) -> None:
    with pytest.raises(SettingWrong, match=r"SHARD_IDS is .*: write numbers from 0, such as 0,1 or 0-3"):
        settings_from({"SHARD_IDS": written, "SHARD_COUNT": "4"})


@pytest.mark.parametrize(
    ("ids", "count", "told"),
    [
        ("0-4", "4", "SHARD_IDS names shard 4: of 4 shards, as SHARD_COUNT says, the last is 3"),
        ("0", "", "SHARD_COUNT is not set: set both"),
        ("", "4", "SHARD_IDS is not set: set both"),
        ("0", "0", "SHARD_COUNT is '0': write a number from 1"),
        ("0", "99999999", "SHARD_COUNT is 99999999: write a number up to"),
    ],
)
def test_shards_that_there_are_not_are_refused(ids: str, count: str, told: str) -> None:
    with pytest.raises(SettingWrong, match=told):
        settings_from({"SHARD_IDS": ids, "SHARD_COUNT": count})


def test_shards_share_the_servers_and_the_first_has_the_direct_messages() -> None:
    assert settings_from({}).shards is None
    first = settings_from({"SHARD_IDS": "0", "SHARD_COUNT": "2"}).shards
    second = settings_from({"SHARD_IDS": " 1 ", "SHARD_COUNT": "2"}).shards
    assert first is not None
    assert second is not None
    for guild in (
        "41771983423143937",
        "81384788765712384",
        str(1 << 22),
        str(2 << 22),
        "not of Discord",
        None,
    ):
        assert first.has(guild) is not second.has(guild)
    assert first.has(None)
    assert second.has(str(1 << 22))


def test_the_catalogue_lies_in_the_home() -> None:
    assert settings_from({"NEWSDESK_HOME": "/here"}).database_url == "sqlite:////here/catalogue.db"
