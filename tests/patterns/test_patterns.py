"""No regular expression of the product takes more than linear time, whatever text it is given."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import Any

import pytest

from tests.patterns.collected import Found
from tests.patterns.tried import slow
from tests.project.tree import ROOT


def tried(size: int, choices: int) -> dict[str, Any]:
    """Try all patterns in a process of their own: the product is imported anew there."""
    asked = [sys.executable, "-m", "tests.patterns", str(size), str(choices)]
    done = subprocess.run(asked, capture_output=True, text=True, check=True, cwd=ROOT)
    said: dict[str, Any] = json.loads(done.stdout)
    return said


def test_every_pattern_is_linear_on_texts_made_of_what_it_looks_for() -> None:
    said = tried(1_000, 1)
    assert said["slow"] == []
    assert said["patterns"] > 300


@pytest.mark.torture
def test_every_pattern_is_linear_on_100_kilobytes() -> None:
    said = tried(100_000, 3)
    print(f"{said['patterns']} patterns on {said['texts']} texts of 100 KB")  # noqa: T201 - a figure of the docs
    assert said["slow"] == []


@pytest.mark.parametrize(
    ("pattern", "way"),
    [
        (r"\s+$", "search"),
        (r"[\w.+-]+@\w+", "finditer"),
        (r"\((.*)\)\s*\(", "search"),
        (r"(a+)+b", "match"),
        (r"\s*:?\s*;?\s*x", "fullmatch"),
    ],
)
def test_a_pattern_that_is_not_linear_is_found(pattern: str, way: str) -> None:
    found = Found(re.compile(pattern), "here", frozenset({way}))
    assert [one.way for one in slow(found, 5_000, 1, [])] == [way]
