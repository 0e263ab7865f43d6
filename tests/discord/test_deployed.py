"""What those who run the bot are given fits the bot: the board and the alerts, the unit and the image."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
import yaml

from bot.discord.client import APOLOGISE_WITHIN, FINISH_WITHIN, STRIKE_OUT_WITHIN, Newsdesk
from bot.outside.glances import Glances
from bot.outside.window import opened
from bot.settings import settings_from
from tests.conftest import OpenDesk
from tests.discord.newsrooms import newsroom_of
from tests.discord.test_window import HERE, got
from tests.project.tree import ROOT

DEPLOY = ROOT / "deploy"
UNIT = (DEPLOY / "newsdesk.service").read_text(encoding="utf-8")
IMAGE = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
_SERIES = re.compile(r"\b(?:newsdesk|process|python)_[a-z_]+\b")


def _asked_by_the_board() -> Iterator[str]:
    board = json.loads((DEPLOY / "grafana.json").read_text(encoding="utf-8"))
    for panel in board["panels"]:
        yield from (target["expr"] for target in panel.get("targets", ()))


def _asked_by_the_alerts() -> Iterator[str]:
    rules = yaml.safe_load((DEPLOY / "alerts.yml").read_text(encoding="utf-8"))
    yield from (rule["expr"] for group in rules["groups"] for rule in group["rules"])


@pytest.fixture
def shown(open_desk: OpenDesk) -> str:
    """The page of metrics of a bot that has done nothing yet."""
    desk = open_desk(long_running=True)
    bot = Newsdesk(newsroom_of(desk))
    glances = Glances(desk.catalogue, lambda: desk.opened_index.synchronised_to, desk.now)
    with opened(HERE, 0, bot.newsroom.parts.seen, glances) as port:
        return got(port, "/metrics")[1]


def test_whatever_the_board_and_the_alerts_ask_for_is_shown(shown: str) -> None:
    known = set()
    for name, kind in re.findall(r"^# TYPE (\S+) (\S+)$", shown, re.MULTILINE):
        known |= {f"{name}_{part}" for part in ("bucket", "count", "sum")} if kind == "histogram" else {name}
    asked = [*_asked_by_the_board(), *_asked_by_the_alerts()]
    assert len(asked) > 40
    names = {name for query in asked for name in _SERIES.findall(query)}
    assert len(names) > 25
    assert names - known == set()
    # What is shown and never looked at would be missed by nobody.
    ours = {name.rpartition("_")[0] if name.endswith(("_count", "_sum")) else name for name in known}
    ours = {name.removesuffix("_bucket") for name in ours if name.startswith("newsdesk_")}
    looked_at = {name.removesuffix("_bucket") for name in names}
    assert {name for name in ours - looked_at if not name.endswith("_created")} == set()


def test_every_metric_of_ours_says_what_it_is(shown: str) -> None:
    helps = dict(re.findall(r"^# HELP (newsdesk_\S+) (.*)$", shown, re.MULTILINE))
    assert len(helps) > 20
    assert {name for name, told in helps.items() if len(told) < 10} == set()


def test_the_unit_waits_for_the_bots_grace() -> None:
    (seconds,) = re.findall(r"^TimeoutStopSec=(\d+)s$", UNIT, re.MULTILINE)
    # With the goodbyes to the gateway and of the threads the bot takes eight seconds at most.
    assert int(seconds) > 8 > FINISH_WITHIN + APOLOGISE_WITHIN + STRIKE_OUT_WITHIN


@pytest.mark.parametrize("given", [re.findall(r"^Environment=(.*)$", UNIT, re.MULTILINE)[0], IMAGE])
def test_the_settings_of_the_unit_and_the_image_are_settings(given: str) -> None:
    said = dict(re.findall(r"\b([A-Z]+_[A-Z]+)=(\S+)", given))
    chosen = settings_from({name: value for name, value in said.items() if not name.startswith("PIP_")})
    assert (chosen.log_format, chosen.metrics_port) == ("json", 9464)
    assert chosen.home.is_absolute()


def test_the_image_copies_what_the_program_is_made_of() -> None:
    copied = set(re.findall(r"^COPY (?!--from)(.+) \S+$", IMAGE, re.MULTILINE))
    files = {file for line in copied for file in line.split()}
    assert {"bot", "retrieval", "corpus", "pyproject.toml"} <= files
    assert [file for file in files if not (ROOT / file).exists()] == []
    allowed = (DEPLOY / "Dockerfile.dockerignore").read_text(encoding="utf-8").splitlines()
    assert "*" in allowed
    assert [
        file for file in files if not any(file.startswith(one.removeprefix("!")) for one in allowed)
    ] == []
    assert re.search(r"^USER 10001", IMAGE, re.MULTILINE)
