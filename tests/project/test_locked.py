"""What is installed is locked: each requirement has its version, and each version the hashes of its files."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.project.tree import ROOT

LOCKED = ROOT / "deploy" / "locked"
_PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
_HEAVY = {"torch", "transformers", "sentence-transformers"}


def _read(file: Path) -> dict[str, tuple[str, str]]:
    """Return each package of a lock with its version and what else stands there of it."""
    text = file.read_text(encoding="utf-8")
    blocks = re.findall(r"^([\w.-]+)==([^\s;\\]+)(.*(?:\n {4}.*)*)", text, re.MULTILINE)
    return {canonicalize_name(package): (version, rest) for package, version, rest in blocks}


def _required(*extras: str) -> list[Requirement]:
    written = list(_PROJECT["dependencies"])
    for extra in extras:
        written += _PROJECT["optional-dependencies"][extra]
    return [one for one in map(Requirement, written) if one.name != "newsdesk"]


@pytest.mark.parametrize(
    ("name", "extras"),
    [("runs.txt", ()), ("image.txt", ()), ("develops.txt", ("dev", "ollama", "openai", "train"))],
)
def test_every_requirement_has_a_version_that_is_locked(name: str, extras: tuple[str, ...]) -> None:
    locked = _read(LOCKED / name) | _read(LOCKED / "torch.txt")
    required = [one for one in _required(*extras) if name != "image.txt" or one.name not in _HEAVY]
    assert len(required) > 30
    for one in required:
        version, _ = locked[canonicalize_name(one.name)]
        assert one.specifier.contains(version), (
            f"{one} is locked as {version}: run `make constraints UPGRADE=`"
        )


@pytest.mark.parametrize("file", sorted(LOCKED.glob("*.txt")), ids=lambda file: file.name)
def test_every_locked_version_has_hashes_and_is_that_of_the_constraints(file: Path) -> None:
    constraints, locked = _read(ROOT / "constraints.txt"), _read(file)
    assert locked
    assert [
        one for one, (_, rest) in locked.items() if not re.search(r"--hash=sha256:[0-9a-f]{64}\b", rest)
    ] == []
    assert [
        one for one, (version, _) in locked.items() if constraints[one][0] != version.removesuffix("+cpu")
    ] == []


def test_the_image_is_spared_torch_and_all_that_only_torch_needs() -> None:
    image, runs = _read(LOCKED / "image.txt"), _read(LOCKED / "runs.txt")
    assert image.keys() < runs.keys()
    assert runs.keys() - image.keys() >= _HEAVY - {"torch"}
    assert not image.keys() & _read(LOCKED / "torch.txt").keys()


def test_pip_refuses_a_file_whose_hash_is_another(tmp_path: Path) -> None:
    wheel = tmp_path / "hollow-1-py3-none-any.whl"
    wheel.write_bytes(b"not what was locked")
    lock = tmp_path / "lock.txt"
    lock.write_text(f"hollow==1 --hash=sha256:{'0' * 64}\n", encoding="utf-8")
    asked = ["--no-deps", "--require-hashes", "--no-index", "--find-links", str(tmp_path), "--dry-run"]
    done = subprocess.run(
        [sys.executable, "-m", "pip", "install", *asked, "-r", str(lock)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "DO NOT MATCH THE HASHES" in done.stderr
