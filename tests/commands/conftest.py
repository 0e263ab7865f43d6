"""What the tests of the command line share: the program with an empty home, or one that has the samples."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.commands.program import Newsdesk


@pytest.fixture
def newsdesk(tmp_path: Path) -> Newsdesk:
    """The program, with a home where nothing is yet."""
    return Newsdesk(tmp_path)


@pytest.fixture(scope="session")
def sampled(sampled_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Newsdesk:
    """The program, with the sample articles; tests leave them as they are."""
    return Newsdesk(shutil.copytree(sampled_home, tmp_path_factory.mktemp("program") / "home"))


@pytest.fixture
def changing(sampled: Newsdesk, tmp_path: Path) -> Newsdesk:
    """The program, with a copy of the sample articles that a test may change."""
    shutil.copytree(sampled.home, tmp_path / "home")
    return Newsdesk(tmp_path / "home")
