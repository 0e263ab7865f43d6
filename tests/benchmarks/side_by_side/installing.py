"""The peers' virtual environments: made once, of exactly the files whose hashes stand in the repository."""

from __future__ import annotations

import hashlib
import subprocess
import venv
from pathlib import Path

from tests.benchmarks.side_by_side.rivals import PEERS, PINNED, ROOT, Rival

FOLDER = ROOT / "build" / "peers"
_LOCKED = ROOT / "deploy" / "locked"
_PIP = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes")
_TOLD = 300  # characters of what pip says, from its end


class NotInstallable(Exception):
    """A peer cannot be installed here; the sentence says why."""


def installed(name: str, folder: Path = FOLDER, pinned: Path = PINNED) -> Rival:
    """Return a peer with the environment that its requirement file describes, made where it is not there.

    Raises:
        NotInstallable: a file of it is not to be had, or is another one than it was.
    """
    requirements = pinned / f"{name}.txt"
    if not requirements.exists():
        raise NotInstallable(f"{requirements} is not there.")
    python = folder / name / "bin" / "python"
    made, digest = folder / name / "made", hashlib.sha256(requirements.read_bytes()).hexdigest()
    if not made.exists() or made.read_text(encoding="utf-8") != digest:
        venv.create(folder / name, clear=True, with_pip=True)
        _install(python, requirements)
        # As for newsdesk itself: torch as it is built for the CPU, where that is at hand.
        if _pip(python, _LOCKED / "torch-cpu.txt").returncode:
            _install(python, _LOCKED / "torch.txt")
        made.write_text(digest, encoding="utf-8")
    return Rival(PEERS.get(name, name), name, python)


def _install(python: Path, file: Path) -> None:
    done = _pip(python, file)
    if done.returncode:
        raise NotInstallable(f"pip: {' '.join(done.stderr.split())[-_TOLD:]}")


def _pip(python: Path, file: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(python), *_PIP, "-r", str(file)], check=False, capture_output=True, text=True, cwd=ROOT
    )
