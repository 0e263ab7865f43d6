"""compose.yaml says of every service what it may cost, when it is healthy and what it is made of."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot.settings import settings_from
from tests.deploy.composed import COMPOSED, FILE, SERVICES
from tests.project.tree import ROOT

EVERY = pytest.mark.parametrize("name", SERVICES)
_LINTER = Path(sys.executable).with_name("check-jsonschema")
_IMAGE = (ROOT / "deploy" / "Dockerfile").read_text(encoding="utf-8")
_LOCKED = (ROOT / "deploy" / "locked" / "image.txt").read_text(encoding="utf-8")
_SECRET = re.compile(r"PASSWORD|TOKEN|KEY|SECRET")


@pytest.mark.skipif(not _LINTER.exists(), reason="check-jsonschema is not installed")
def test_it_is_what_the_specification_of_compose_allows() -> None:
    said = subprocess.run(
        [_LINTER, "--builtin-schema", "vendor.compose-spec", FILE],
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.returncode == 0, said.stdout


@EVERY
def test_a_service_has_limits_and_no_more_rights_than_it_needs(name: str) -> None:
    service = SERVICES[name]
    assert {"mem_limit", "cpus", "pids_limit", "stop_grace_period"} <= service.keys()
    assert service["restart"].startswith("on-failure:")  # a wrong token stays wrong
    assert service["cap_drop"] == ["ALL"]
    assert service["read_only"]
    assert "no-new-privileges:true" in service["security_opt"]
    assert {"interval", "timeout", "start_period", "retries"} <= service["healthcheck"].keys()


@EVERY
def test_an_image_is_pinned_by_its_version(name: str) -> None:
    assert re.fullmatch(r"[a-z/]+:\d+\.\d+(?:\.\d+)?(?:-[a-z]+)?", SERVICES[name]["image"])


def test_chromas_server_is_of_the_version_of_its_client() -> None:
    (version,) = re.findall(r"^chromadb==(\S+)", _LOCKED, re.MULTILINE)
    assert SERVICES["chroma"]["image"] == f"chromadb/chroma:{version}"


@EVERY
def test_what_a_service_keeps_is_in_a_named_volume(name: str) -> None:
    (volume,) = SERVICES[name]["volumes"]
    assert volume.split(":")[0] in COMPOSED["volumes"]


@EVERY
def test_no_secret_stands_in_it(name: str) -> None:
    for setting, value in SERVICES[name].get("environment", {}).items():
        if value and _SECRET.search(setting):
            assert re.fullmatch(r"\$\{[A-Z_]+:\?[^}]+\}", value), setting
        assert not re.search(r"//[^/]*:[^/]*@", value), setting


def test_only_the_bots_figures_are_reached_from_outside_and_from_this_machine_alone() -> None:
    published = {name: service["ports"] for name, service in SERVICES.items() if "ports" in service}
    assert published == {"bot": ["127.0.0.1:9464:9464"]}
    assert COMPOSED["networks"]["stores"] == {"internal": True}
    assert [name for name, service in SERVICES.items() if "outside" in service["networks"]] == [
        "bot",
        "worker",
    ]


@pytest.mark.parametrize("name", ["bot", "worker"])
def test_the_bot_and_the_worker_wait_for_both_stores_and_have_their_settings(name: str) -> None:
    service = SERVICES[name]
    waited_for = {one: how["condition"] for one, how in service["depends_on"].items() if one != "bot"}
    assert waited_for == {"postgres": "service_healthy", "chroma": "service_healthy"}
    chosen = settings_from(service["environment"])
    assert chosen.database_url.startswith("postgresql+psycopg://")
    assert chosen.chroma_url == "http://chroma:8000"
    assert (chosen.log_format, chosen.metrics_port) == ("json", 9464)
    assert service["image"] == SERVICES["bot"]["image"]
    assert (ROOT / SERVICES["bot"]["build"]["dockerfile"]).exists()


@pytest.mark.parametrize("name", ["bot", "worker"])
def test_the_bot_and_the_worker_are_healthy_by_what_their_image_says(name: str) -> None:
    (command,) = re.findall(r"^ +CMD (\[.+\])$", _IMAGE, re.MULTILINE)
    kind, *checked = SERVICES[name]["healthcheck"]["test"]
    assert (kind, checked) == ("CMD", json.loads(command))


def test_a_worker_has_no_token_of_discord() -> None:
    assert SERVICES["worker"]["environment"]["DISCORD_TOKEN"] == ""  # it goes before that of the env file
