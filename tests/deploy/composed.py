"""The services of compose.yaml, as Compose reads them."""

from __future__ import annotations

from typing import Any

import yaml

from tests.project.tree import ROOT

FILE = ROOT / "compose.yaml"
COMPOSED: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSED["services"]


def placed(written: list[str], places: dict[str, str]) -> list[str]:
    """Return a command with what is only so in a container as it is here."""
    here = []
    for word in written:
        for there, instead in places.items():
            word = word.replace(there, instead)  # noqa: PLW2901 - one place after the other
        here.append(word)
    return here


def check_of(service: str, places: dict[str, str]) -> list[str]:
    """Return the command that tells whether a service is healthy."""
    kind, *command = SERVICES[service]["healthcheck"]["test"]
    assert kind == "CMD"
    return placed(command, places)
